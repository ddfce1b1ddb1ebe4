import type { Mark } from '#modules/standards/contract.packs.ts';
import type { Certainty } from '#web/ui/Mark.tsx';

const certainties: Readonly<Record<Mark, Certainty>> = { seen_in_text: 'seen', secondary: 'secondary', unverified: 'unverified', made_up: 'unverified' };

/** The mark of a source or a form as the badge of the shell shows it. */
export const certaintyOf = (mark: Mark): Certainty => certainties[mark];
