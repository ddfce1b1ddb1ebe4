import type { OldLetters } from './contract.parts.ts';

/**
 * Fonts of before Unicode put Vietnamese letters in the places of others, so that `Nguyễn` reads `NguyÔn` (TCVN3, the fonts .VnTime) or
 * `Nguyeãn` (VNI, the fonts VNI-Times). Such a text is recognised by letters that no Vietnamese word has.
 */
const tcvn3 = /(?:\p{L}[®¨©ª«¬µ¶¸¹»¼½¾]|[®¨©ª«¬µ¶¸¹»¼½¾]\p{L})/u;
const vni = /[aeAE][âÂêÊùÙõÕáàãéèÁÀÃÉÈ]|[oOuU][ùÙõÕ]|[oO][âÂ]|[aeouyAEOUY][øûïåäëüØÛÏÅÄËÜ]/u;

/** Both use these alone, so most texts need no closer look. */
const westernLetters = /[¨-ÿ]/;

export type OldEncoding = OldLetters['encoding'];

/** One odd text may be a foreign name; this many are a sheet in an old encoding. */
const enough = 3;

/** Watches texts go by for signs of an old encoding. */
export class EncodingWatch {
  private readonly count = { tcvn3: 0, vni: 0 };
  private sample = '';

  /** The encoding and the text that gave it away, once there are enough signs; null until then. */
  see(text: string): { encoding: OldEncoding; sample: string } | null {
    if (!westernLetters.test(text)) return null;
    const encoding = tcvn3.test(text) ? 'tcvn3' : vni.test(text) ? 'vni' : null;
    if (encoding === null) return null;
    this.sample ||= text.slice(0, 60);
    this.count[encoding]++;
    if (this.count.tcvn3 + this.count.vni < enough) return null;
    return { encoding: this.count.tcvn3 >= this.count.vni ? 'tcvn3' : 'vni', sample: this.sample };
  }
}
