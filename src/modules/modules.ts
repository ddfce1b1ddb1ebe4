/** The modules in business order: each leans only on those before it; what must flow back is an event (app/subscriptions.ts). */
export const modules = [
  'areas',
  'identity',
  'standards',
  'rounds',
  'households',
  'measures',
  'reports',
  'analysis',
  'interchange',
] as const;

export type ModuleName = (typeof modules)[number];
