/** Whom a developer signs in as, by e-mail. Ordinary accounts with ordinary passwords, in a local database only. */
export const demoPasswords: Readonly<Record<string, string>> = {
  'maren@lowdoor.example': 'ferry at low water',
  'harriet@fenwater.example': 'page sixty-one is best',
  'callum@quarrylight.example': 'twenty-four shoot days',
};

export type SignIn = { portal: string; email: string; password: string };
