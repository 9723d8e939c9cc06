import { pitchPage } from '../../proxy/pitch-page.ts';

export const onRequestGet = pitchPage;
