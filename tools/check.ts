/** `npm run check`: types and walls only, for while one writes. */
import { add, tests, types } from './steps.ts';

const { failed } = add(await types(), await tests('walls', ['tests/architecture.test.ts']));
process.exitCode = failed === 0 ? 0 : 1;
