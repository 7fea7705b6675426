// What a thread runs.
export { makeJob as default } from './make-job.js';
