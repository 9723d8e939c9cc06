// Our genres in the words of the source. A genre that it does not tell apart has no entry, and is measured against films of every genre.
import type { Genre } from '../catalogue/lists.ts';

/** `column`: where the source says it. `films`: what is counted, in the plural of a sentence. */
export interface SourceGenre {
  column: 'genre' | 'creative_type';
  value: string;
  films: string;
}

const drama: SourceGenre = { column: 'genre', value: 'Drama', films: 'dramas' };
const comedy: SourceGenre = { column: 'genre', value: 'Comedy', films: 'comedies' };
const thriller: SourceGenre = { column: 'genre', value: 'Thriller/Suspense', films: 'thrillers' };
const horror: SourceGenre = { column: 'genre', value: 'Horror', films: 'horror films' };
const action: SourceGenre = { column: 'genre', value: 'Action', films: 'action films' };
const romcom: SourceGenre = { column: 'genre', value: 'Romantic Comedy', films: 'romantic comedies' };
const dark: SourceGenre = { column: 'genre', value: 'Black Comedy', films: 'black comedies' };
const historical: SourceGenre = { column: 'creative_type', value: 'Historical Fiction', films: 'historical films' };

export const sourceGenres: Partial<Record<Genre, SourceGenre>> = {
  action, 'martial-arts': action, spy: action, disaster: action,
  adventure: { column: 'genre', value: 'Adventure', films: 'adventure films' },
  comedy, workplace: comedy,
  'dark-comedy': dark, satire: dark,
  'rom-com': romcom,
  drama, 'coming-of-age': drama, romance: drama, faith: drama, lgbtq: drama, political: drama, sports: drama, survival: drama,
  horror, 'contained-horror': horror, 'folk-horror': horror, slasher: horror, 'supernatural-horror': horror,
  thriller, 'psychological-thriller': thriller, mystery: thriller, noir: thriller, crime: thriller, heist: thriller,
  documentary: { column: 'genre', value: 'Documentary', films: 'documentaries' },
  musical: { column: 'genre', value: 'Musical', films: 'musicals' },
  western: { column: 'genre', value: 'Western', films: 'westerns' },
  'sci-fi': { column: 'creative_type', value: 'Science Fiction', films: 'science fiction films' },
  fantasy: { column: 'creative_type', value: 'Fantasy', films: 'fantasy films' },
  superhero: { column: 'creative_type', value: 'Super Hero', films: 'superhero films' },
  family: { column: 'creative_type', value: 'Kids Fiction', films: 'films for children' },
  historical, period: historical, war: historical,
  biopic: { column: 'creative_type', value: 'Dramatization', films: 'films of true events' },
  'true-crime': { column: 'creative_type', value: 'Dramatization', films: 'films of true events' },
};
