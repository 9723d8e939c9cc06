// Where a poster's file is, in the widths that the server makes. Apart from the component: the first ones of a page are fetched before the framework is there.
const widths = [320, 480, 640, 960];

export const posterSource = (url: string): { src: string; srcSet: string } => ({ src: `${url}?w=640`, srcSet: widths.map((width) => `${url}?w=${width} ${width}w`).join(', ') });

/** Widths in the layout, as the `sizes` attribute wants them. */
export const posterSizes = { result: '(max-width: 760px) 50vw, (max-width: 1000px) 33vw, 220px', hero: '(max-width: 1000px) 120px, 328px' } as const;
