/**
 * Record types whose term is a sentence: they are kept until it is served and five years more, and not five years from the
 * decision (浙江省公共信用信息管理条例 §16).
 */
export const untilServed: readonly string[] = ['D08-JUD', 'D10-CRI'];
