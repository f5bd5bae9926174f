/** What the test file that runs now may use of jest. */
export const fileGlobals = { of: undefined };
