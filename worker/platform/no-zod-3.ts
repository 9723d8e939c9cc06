// In the place of zod-to-json-schema, which brings zod 3 along for schemas that nobody here has.
export function zodToJsonSchema(): never {
  throw new Error('schemas of zod 3 are not described');
}
