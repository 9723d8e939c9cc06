// What other features need of files.

/** Outbox topic: stored objects that nobody needs any more, `{keys, uploads: [{key, uploadId}]}`. */
export const DISCARD_TOPIC = 'files.discard';
