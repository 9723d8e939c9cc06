// What other features may ask of the library: no SQL here, the words live in the code.
import { clauseById, CLAUSES, REQUIRED_CLAUSES } from './clauses.ts';
import { VARIABLES } from './compose.ts';
import { isStandardForm, isUnchangedForm, standardFormFor } from './standard-forms.ts';

export const STANDARD = { formFor: standardFormFor, has: isStandardForm, isUnchanged: isUnchangedForm };

export const CLAUSE_RULES: { all: typeof CLAUSES; byId: typeof clauseById; required: readonly string[]; variables: readonly string[] } = { all: CLAUSES, byId: clauseById, required: REQUIRED_CLAUSES, variables: VARIABLES };
