/** One drawn poster: the same call always gives the same bytes. */
export type Design = () => string;
export type Designs = Readonly<Record<string, Design>>;
