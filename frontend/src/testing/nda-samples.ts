// Agreements as the API gives them, typed by the server's own schemas.
import type { Nda, NdaCard, NdaStatus, Terms } from '../../../worker/features/ndas/schema.ts';

export const sampleTerms: Terms = {
  termMonths: 24, accessDays: 365, expiresAt: null, download: true, governingLaw: 'England and Wales', nonCircumventionMonths: 0,
  submissionRelease: false, residuals: false, creditIntent: false, publicityBan: true, priorWork: '', special: '',
};

const next: Partial<Record<NdaStatus, NdaCard['next']>> = {
  requested: [{ action: 'approve', by: 'owner' }, { action: 'reject', by: 'owner' }, { action: 'counter', by: 'owner' }, { action: 'withdraw', by: 'signer' }],
  countered: [{ action: 'counter', by: 'signer' }, { action: 'approve', by: 'signer' }, { action: 'withdraw', by: 'signer' }],
  approved: [{ action: 'sign', by: 'signer' }, { action: 'withdraw', by: 'owner' }, { action: 'withdraw', by: 'signer' }],
  signed: [{ action: 'revoke', by: 'owner' }],
};

export const sampleNdaCard = (status: NdaStatus, change: Partial<NdaCard> = {}): NdaCard => ({
  id: '01900000-0000-7000-8000-00000000da01', pitch: { id: '01900000-0000-7000-8000-000000000001', title: 'Salt Year' },
  owner: { id: '01900000-0000-7000-8000-0000000000c1', name: 'Maren Oyelaran', handle: 'maren', portal: 'creator', company: null },
  signer: { id: '01900000-0000-7000-8000-0000000000a1', name: 'Harriet Osei-Lund', handle: 'harriet', portal: 'investor', company: 'Fenwater Partners' },
  type: 'basic', status, terms: sampleTerms, message: '', next: next[status] ?? [], dueAt: '2026-12-04T10:00:00.000Z', expiresAt: status === 'signed' ? '2027-11-20T10:00:00.000Z' : null,
  createdAt: '2026-11-20T10:00:00.000Z', signedAt: status === 'signed' ? '2026-11-21T10:00:00.000Z' : null, answeredInSeconds: null, supersedesId: null, ...change,
});

export const sampleHtml = '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Confidentiality agreement: Salt Year</title>\n</head>\n<body>\n<article>\n<h1>Confidentiality agreement</h1>\n<p>Project: Salt Year</p>\n<section>\n<h2>1. The two sides</h2>\n<p>Maren &amp; Harriet.</p>\n</section>\n<section>\n<h2>2. Law</h2>\n<p>The law of England.</p>\n<p>A void part leaves the rest.</p>\n</section>\n</article>\n</body>\n</html>\n';

export const sampleNda = (status: NdaStatus, hash: string, change: Partial<Nda> = {}): Nda => ({
  ...sampleNdaCard(status), document: { hash, html: sampleHtml, pdfUrl: '/api/ndas/x/document.pdf', file: null },
  history: [{ at: '2026-11-20T10:00:00.000Z', action: 'request', by: 'signer', actor: { id: '01900000-0000-7000-8000-0000000000a1', name: 'Harriet Osei-Lund' }, from: null, to: 'requested', reason: null, documentHash: hash }], ...change,
});
