/** How a host writes a rendered file where the person asked for it. */
export { writeFileAtomically } from '../files/write-file-atomically.ts';
