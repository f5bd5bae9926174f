/** A decision in an archive package: the row of the register, with its certificate where it was signed. */
export interface ArchivedDecision {
  readonly outcome: string;
  readonly payload: string | null;
  readonly jws: string | null;
  readonly signed_version: number | null;
}

export interface ArchivedEvent {
  readonly version: number;
  readonly act: string;
  readonly to_state: string;
  /** As the register's database writes bytes: `\x` and hexadecimal digits. */
  readonly hash: string;
}

/** All that was asked, answered, found, decided and said of one subject of a review, as the register kept it. */
export interface ArchivedCase {
  readonly subject: { readonly id: string; readonly version: number; readonly state: string };
  readonly answers: readonly object[];
  readonly findings: readonly object[];
  readonly decisions: readonly ArchivedDecision[];
  readonly appeals: readonly object[];
  readonly events: readonly ArchivedEvent[];
}

/** The file of a subject of a review for the archive; `keepUntil` is the last day of its retention, in China's time. */
export interface ArchivePackage {
  readonly format: typeof archiveFormat;
  readonly keepUntil: string;
  readonly content: ArchivedCase;
}

/** Version 1 had a hash in it that anybody could make anew, and no findings. */
export const archiveFormat = 'portrait-hub review archive 2';
