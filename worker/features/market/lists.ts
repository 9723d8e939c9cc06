// What the market's order by trend is made of: said on the page as well, so it stands where the browser may read it.

/** Interest in a pitch: what each deed weighs in views, and how fast the sum fades. */
export const trendWeights = { views: 1, likes: 8, watchers: 12, comments: 6, halfLifeDays: 7 } as const;
