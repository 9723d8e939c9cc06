import { trendWeights } from '../../../../worker/features/market/lists.ts';
import type { Why } from '../../../../worker/features/market/schema.ts';
import { countOf, formatAgo, formatCount, formatList, lowerFirst } from '../../lib/format.ts';
import { facetLabel } from './filters.ts';

const fieldNames: Record<Why['fields'][number], string> = { title: 'its title', people: 'its people', logline: 'its logline', genres: 'its genres and themes', synopsis: 'its synopsis' };

const orders: Record<Why['sort'], string> = {
  relevance: 'The list is sorted by relevance: a word in the title or a name counts most, then the logline, genres and themes, then the synopsis.',
  newest: 'The list is sorted by date of publication, newest first.',
  popular: 'The list is sorted by views, most first.',
  trending: `The list is sorted by trend: views, likes (${trendWeights.likes} views each), people watching (${trendWeights.watchers}) and comments (${trendWeights.comments}) each worth half as much ${trendWeights.halfLifeDays} days after it came. It is worked out anew every ten minutes.`,
};

function trendSentence({ trend, publishedAt }: Why): string {
  const parts = [countOf(trend.views, 'view'), countOf(trend.likes, 'like'), `${formatCount(trend.watchers)} watching`, countOf(trend.comments, 'comment')];
  return `This one: ${formatList(parts)} make ${countOf(trend.points, 'point')}; published ${formatAgo(publishedAt)}, with what has faded they are worth ${formatCount(Math.round(trend.pointsNow))} now.`;
}

/** The reasons, in the order in which they count. */
export function whySentences(why: Why, q: string | undefined): string[] {
  const { sort, fields, filters, follows, watching } = why;
  const reasons = [
    q !== undefined && fields.length > 0 && `Your words were found in ${formatList(fields.map((field) => fieldNames[field]))}.`,
    filters.length > 0 && `It fulfils your filters: ${formatList(filters.map(({ facet, value }) => lowerFirst(facetLabel(facet, value))))}.`,
    orders[sort],
    sort === 'trending' && trendSentence(why),
    follows && 'You follow whoever made it. That does not move it up in this list.',
    watching && 'You watch it.',
    'Nobody can pay to stand higher.',
  ];
  return reasons.filter((reason) => reason !== false);
}
