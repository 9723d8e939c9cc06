// The floor: a Worker that does nothing but answer the same body.
const headers = { 'content-type': 'application/json' };

export default {
  fetch() {
    return new Response('{"ok":true}', { headers });
  },
};
