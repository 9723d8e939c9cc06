// The forms that the platform offers, by who asks. Their ids are fixed: a change of words becomes a version, like that of any other template.
import type { NdaType, Terms } from '../ndas/schema.ts';
import { CLAUSES } from './clauses.ts';
import type { Clause } from './schema.ts';

export interface StandardForm {
  id: string;
  name: string;
  type: Exclude<NdaType, 'custom'>;
  requester: 'investor' | 'production';
  title: string;
  clauses: readonly Clause[];
  terms: Terms;
}

const base: Terms = {
  termMonths: 24, accessDays: 365, expiresAt: null, download: true, governingLaw: 'England and Wales', nonCircumventionMonths: 0,
  submissionRelease: false, residuals: false, creditIntent: false, publicityBan: true, priorWork: '', special: '',
};

export const STANDARD_FORMS: readonly StandardForm[] = [
  { id: '01930000-0000-7000-8000-0000000000a1', name: 'Standard investor form', type: 'basic', requester: 'investor', title: 'Confidentiality agreement', clauses: CLAUSES, terms: base },
  { id: '01930000-0000-7000-8000-0000000000a2', name: 'Extended investor form', type: 'enhanced', requester: 'investor', title: 'Extended confidentiality agreement', clauses: CLAUSES,
    terms: { ...base, termMonths: 36, accessDays: 730, nonCircumventionMonths: 12 } },
  { id: '01930000-0000-7000-8000-0000000000b1', name: 'Standard production form', type: 'basic', requester: 'production', title: 'Confidentiality agreement and submission release', clauses: CLAUSES,
    terms: { ...base, termMonths: 36, submissionRelease: true, creditIntent: true } },
  { id: '01930000-0000-7000-8000-0000000000b2', name: 'Extended production form', type: 'enhanced', requester: 'production', title: 'Extended confidentiality agreement and submission release', clauses: CLAUSES,
    terms: { ...base, termMonths: 36, accessDays: 1095, submissionRelease: true, creditIntent: true, nonCircumventionMonths: 18 } },
];

/** The form for somebody of this portal who asks for this type. */
export const standardFormFor = (portal: 'investor' | 'production', type: 'basic' | 'enhanced'): StandardForm =>
  STANDARD_FORMS.find((form) => form.requester === portal && form.type === type) as StandardForm;

export const isStandardForm = (templateId: string): boolean => STANDARD_FORMS.some(({ id }) => id === templateId);

/** Whether these terms are the standard form's own: nothing was bargained. */
export function isUnchangedForm(templateId: string, terms: Terms): boolean {
  const form = STANDARD_FORMS.find(({ id }) => id === templateId);
  return form !== undefined && (Object.keys(form.terms) as (keyof Terms)[]).every((key) => form.terms[key] === terms[key]);
}
