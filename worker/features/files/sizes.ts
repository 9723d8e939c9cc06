// Sizes in which bytes of files come.

/** Bytes of every part but the last. */
export const PART_SIZE = 8 * 1024 * 1024;

/** Bytes of a file that may come in one request. A picture is held in memory to be decoded, and an isolate has 128 MB for all that it does at once. */
export const WHOLE_SIZE = 16 * 1024 * 1024;
