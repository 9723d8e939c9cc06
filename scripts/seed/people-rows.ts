import { hashPassword } from '../../worker/auth/password.ts';
import { credits } from './content/credits.ts';
import type { SeedPerson } from './content/person.ts';
import { idAt } from './ids.ts';
import { random } from './random.ts';
import { demoPasswords } from './sign-ins.ts';

const DAY = 86_400_000;
type Row = Record<string, unknown>;
export type PeopleRows = { users: Row[]; accounts: Row[]; profiles: Row[]; roles: Row[]; credits: Row[]; ids: ReadonlyMap<string, string> };

/** Rows for everyone; only those with a demo password can sign in, the others would have to ask for a new one. `now`: Unix ms. */
export async function peopleRows(everyone: readonly SeedPerson[], now: number): Promise<PeopleRows> {
  const source = random('people');
  const ids = new Map<string, string>();
  const rows: PeopleRows = { users: [], accounts: [], profiles: [], roles: [], credits: [], ids };
  for (const person of everyone) {
    const joined = now - person.joinedDaysAgo * DAY - source.int(0, DAY);
    const id = idAt(source, joined);
    const at = new Date(joined).toISOString();
    const stamps = { created_at: at, updated_at: at };
    ids.set(person.handle, id);
    rows.users.push({ id, email: person.email, name: person.name, email_verified: true, portal: person.portal, ...stamps });
    rows.profiles.push({ user_id: id, handle: person.handle, company_name: person.company, headline: person.headline, bio: person.bio, location: person.location, ...stamps });
    rows.roles.push({ user_id: id, role_id: person.portal, granted_at: at });
    rows.credits.push(...(credits[person.handle] ?? []).map((credit, position) => ({ user_id: id, position, ...credit })));
    const password = demoPasswords[person.email];
    if (password !== undefined)
      rows.accounts.push({ id: idAt(source, joined), user_id: id, account_id: id, provider_id: 'credential', password: await hashPassword(password), ...stamps });
  }
  return rows;
}
