/** The channels between the page and the program: one for requests, one for the bytes of files. */
export const channel = 'huigao:call';
export const uploadChannel = 'huigao:upload';
