/** Endings that a file chooser offers for tables; the bytes decide what a file is. */
export const tableFiles = '.xlsx,.xlsm,.xlsb,.xls,.et,.ods,.csv,.txt,.tsv,.xml,.html,.htm';
