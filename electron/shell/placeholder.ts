/** Keeps the project reference alive until its first module lands. */
export const placeholder = true;
