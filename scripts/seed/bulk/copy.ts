import type pg from 'pg';

export type Field = string | number | boolean | null | readonly string[];

const escape = (text: string): string => text.replace(/[\\\t\n\r]/g, (char) => (char === '\\' ? '\\\\' : char === '\t' ? '\\t' : char === '\n' ? '\\n' : '\\r'));
const element = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/** One line of COPY's text format. An array is one of text. */
export function copyLine(fields: readonly Field[]): string {
  return `${fields.map((field) => (field === null ? '\\N' : typeof field === 'boolean' ? (field ? 't' : 'f') : typeof field === 'number' ? String(field) : typeof field === 'string' ? escape(field) : escape(`{${field.map(element).join(',')}}`))).join('\t')}\n`;
}

// What pg calls on anything that is given to client.query() and has a submit(); its types leave this out.
type Connection = { query(text: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sync(): void };

/** Sends rows by COPY FROM STDIN on this connection; resolves when the server has taken them all. */
export function copyInto(client: pg.ClientBase, table: string, columns: readonly string[], lines: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined;
    const statement = {
      submit: (connection: Connection): void => connection.query(`COPY ${table} (${columns.join(', ')}) FROM STDIN`),
      handleCopyInResponse: (connection: Connection): void => {
        connection.sendCopyFromChunk(Buffer.from(lines));
        connection.endCopyFrom();
      },
      handleCommandComplete: (): void => undefined,
      handleRowDescription: (): void => undefined,
      handleEmptyQuery: (): void => undefined,
      handleError: (error: Error): void => {
        failure = error;
        reject(error);
      },
      handleReadyForQuery: (): void => {
        if (!failure) resolve();
      },
    };
    client.query(statement as unknown as pg.Submittable);
  });
}
