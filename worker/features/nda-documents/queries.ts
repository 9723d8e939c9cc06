// What other features may ask of the library: no SQL here, the words live in the code.
import { clauseById, REQUIRED_CLAUSES } from './clauses.ts';
import { VARIABLES } from './compose.ts';
import { isStandardForm, isUnchangedForm, standardFormFor } from './standard-forms.ts';

export const STANDARD = { formFor: standardFormFor, has: isStandardForm, isUnchanged: isUnchangedForm };

export const CLAUSE_RULES: { byId: typeof clauseById; required: readonly string[]; variables: readonly string[] } = { byId: clauseById, required: REQUIRED_CLAUSES, variables: VARIABLES };
