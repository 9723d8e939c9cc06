// What storing costs at least: the same bytes straight into the bucket, in one piece or in parts.
export default {
  async fetch(request, env) {
    const url = new URL(request.url);
    const key = url.pathname.slice(1);
    const [uploadId, part] = [url.searchParams.get('uploadId'), url.searchParams.get('part')];
    if (request.method === 'POST' && !uploadId) return Response.json({ uploadId: (await env.FILES.createMultipartUpload(key)).uploadId });
    if (request.method === 'POST') {
      await env.FILES.resumeMultipartUpload(key, uploadId).complete(await request.json());
      return Response.json({});
    }
    if (uploadId) return Response.json(await env.FILES.resumeMultipartUpload(key, uploadId).uploadPart(Number(part), request.body));
    await env.FILES.put(key, request.body);
    return Response.json({});
  },
};
