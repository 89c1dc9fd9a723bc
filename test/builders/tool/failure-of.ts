import { Failure } from '../../../lti-tool/use-cases/failure.ts';

/** The code of the failure that something ends in; an error of the test where it ends well or in another way. */
export async function failureOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error.code;
    throw error;
  }
  throw new Error('This was expected to fail.');
}
