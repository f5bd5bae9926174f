/**
 * Classes of persons' data that are too mild for supervision to ask for a case at each look: that somebody is in the register
 * (PERSON), who he is (IDENTITY), sex and age band (DEMOGRAPHY), grid and village (LOCALITY). Of what is told of break-glass
 * (BREAK_GLASS, NOTICE) supervision itself is the case. What is neither open to everybody nor named here is sensitive; so a
 * new class is sensitive until somebody says otherwise.
 */
const mild: ReadonlySet<string> = new Set([
  'PERSON',
  'IDENTITY',
  'DEMOGRAPHY',
  'LOCALITY',
  'BREAK_GLASS',
  'NOTICE',
]);

/** The sensitive classes of a policy. */
export const sensitiveClasses = (
  classes: readonly string[],
  openClasses: ReadonlySet<string>,
): readonly string[] => classes.filter((name) => !openClasses.has(name) && !mild.has(name));
