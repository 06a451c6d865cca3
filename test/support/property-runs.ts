/**
 * How often a property is tried: 1,000 times in `npm test`, 100,000 in `npm run soak`, where HUIGAO_SOAK_SECONDS spreads
 * a time budget over the properties.
 */
const properties = 33;

const isSoak = process.env.HUIGAO_SOAK === '1';
const seconds = Number(process.env.HUIGAO_SOAK_SECONDS ?? '0');

export const propertyRuns = {
  numRuns: isSoak ? 100_000 : 1_000,
  ...(isSoak && seconds > 0 ? { interruptAfterTimeLimit: (seconds * 1000) / properties } : {}),
};
