// Made by tools/gen-tables.ts from migrations/; do not edit.
import type { ColumnType, Generated } from 'kysely';

/** JSON is written as text and read as a value. */
export type Json = ColumnType<unknown, string, string>;

/** identity: the post that a session acts in, where its person has several and chose one. */
export interface ActingPostTable {
  session_id: string;
  user_id: string;
  post_id: string;
  chosen_at: Date;
}

/** areas: a node of the administrative tree. Its id is its reference: code and first day, or the UUIDv7 of a village. area_path is its place on today's map, null for what has ended. */
export interface AreaTable {
  area_id: string;
  code: string | null;
  level: string;
  epoch: string | null;
  area_path: string | null;
  source: string;
}

/** areas: a change of the map that an administrator made by a resolution, or (kind undo) took back. changes holds the rows of the catalogue that it took out and put in, so that it can be put on a new catalogue and taken back exactly; followed what went with it. Rows are only ever added. */
export interface AreaActTable {
  act_id: string;
  area_path: string;
  kind: string;
  day: string;
  resolution: string;
  request: Json;
  changes: Json;
  followed: Json;
  undoes: string | null;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** areas: one row for each transaction that changed what areas there are or what they are called. Rows are only ever added, so that their count tells what is kept in memory to be behind. area_ids are the areas that were added; null means that all must be read again. */
export interface AreaChangeTable {
  change_id: string;
  area_ids: string[] | null;
}

/** areas: which unit went into which, on what day, by which resolution. share is the estimated part of the old unit's land, never of its people. */
export interface AreaLineageTable {
  old_id: string;
  new_id: string;
  day: string;
  kind: string;
  detail: string | null;
  share: number | null;
  basis: string;
  resolution: string | null;
  land_km2: number | null;
}

/** areas: the socio-economic region of a province, with the resolution that draws the regions. */
export interface AreaRegionTable {
  province_id: string;
  valid_from: string;
  valid_to: string | null;
  code: string;
  name: string;
  source: string;
}

/** areas: published land and registered population of a commune of the list of 07/2025; agrees: its land is within a fifth of that of its outline. */
export interface AreaSizeTable {
  area_id: string;
  km2: number | null;
  people: number | null;
  agrees: boolean | null;
}

/** areas: where the land of any area lies on today's map; main marks the one with the largest share. */
export interface AreaTodayTable {
  area_id: string;
  today_path: string;
  main: boolean;
}

/** areas: what an area was called, of what kind it was and what it lay in, from day to day. since_before: it is older than valid_from and its first day is not on record. */
export interface AreaVersionTable {
  area_id: string;
  valid_from: string;
  valid_to: string | null;
  since_before: Generated<boolean>;
  name: string;
  kind: string;
  parent_id: string | null;
  urban: boolean | null;
  sort_key: string;
  assumed: Generated<boolean>;
}

/** audit: one row for every write and for every reading of personal data: who, in which post, what, where. Rows are only ever added. */
export interface AuditEntryTable {
  entry_id: string;
  at: Date;
  user_id: string | null;
  post_id: string | null;
  action: string;
  subject: string;
  area_path: string | null;
  details: Json;
}

/** auth: how a user signs in: the hash of the password. */
export interface AuthAccountTable {
  id: string;
  account_id: string;
  provider_id: string;
  user_id: string;
  access_token: string | null;
  refresh_token: string | null;
  id_token: string | null;
  access_token_expires_at: Date | null;
  refresh_token_expires_at: Date | null;
  scope: string | null;
  password: string | null;
  created_at: Date;
  updated_at: Date;
}

/** auth: failed sign-ins by user name and by network address, to slow down guessing. Old rows are removed. */
export interface AuthAttemptTable {
  subject: string;
  at: Date;
  id: string;
}

/** auth: open sessions. */
export interface AuthSessionTable {
  id: string;
  user_id: string;
  token: string;
  expires_at: Date;
  ip_address: string | null;
  user_agent: string | null;
  created_at: Date;
  updated_at: Date;
}

/** auth: who can sign in. The address is made up from the user name: the library wants one, the program uses none. */
export interface AuthUserTable {
  id: string;
  name: string;
  email: string;
  email_verified: Generated<boolean>;
  image: string | null;
  username: string | null;
  display_username: string | null;
  demo: Generated<boolean>;
  created_at: Date;
  updated_at: Date;
}

/** auth: short-lived secrets of the sign-in library. */
export interface AuthVerificationTable {
  id: string;
  identifier: string;
  value: string;
  expires_at: Date;
  created_at: Date;
  updated_at: Date;
}

/** households: how a household came into a class or out of it in a village from one list to the next. Derived from class_record, household_event and coverage, and made anew with the figures of its village; record_round_id is the list that tells of the household there. households is 0 where only its number of persons changed. */
export interface ClassChangeTable {
  household_id: string;
  round_id: string;
  village_id: string;
  class: string;
  change: string;
  area_path: string;
  why: string | null;
  households: number;
  persons: number | null;
  before_round_id: string;
  record_round_id: string;
  record_standard_id: string;
}

/** households: the class of a household in a round under a standard, with the facts that it rests on and the result of classifying them, steps included. class is the official one: the stated where a decision made it so, else the computed. deprived and unknown are masks by the standard's order of indicators. intake_hash is the fingerprint of what was handed in, so that the same list twice changes nothing. A correction is a new revision; the old one stays. */
export interface ClassRecordTable {
  household_id: string;
  round_id: string;
  standard_id: string;
  revision: number;
  current: Generated<boolean>;
  area_path: string;
  village_id: string;
  head_name: string;
  head_sort_key: string;
  size: number | null;
  class: string;
  computed_class: string;
  stated_class: string | null;
  decision_number: string | null;
  decision_day: string | null;
  income: number | null;
  b1: number | null;
  b2: number | null;
  deprived: number;
  unknown: number;
  deprived_count: number;
  minority: boolean | null;
  no_labour: boolean | null;
  merit: boolean | null;
  causes: string[];
  facts: Json;
  standard_hash: string;
  result: Json;
  area_kind: string | null;
  intake_hash: string;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
  import_id: string | null;
  replaced_import_id: string | null;
  undone_at: Date | null;
  stated_standing: string | null;
  packed_facts: string | null;
  deprivation_causes: Generated<Json>;
  causes_note: string | null;
  amends: number | null;
  handed_in: number | null;
  causes_day: string | null;
  causes_source: string | null;
  causes_by: string | null;
  causes_name: string | null;
  causes_at: Date | null;
}

/** households: what a current class record is counted by beside its class: ethnic group of the head and causes by code, the wordings that fit no cause, children, and of them the deprived by indicator (no entry: not known). Derived from class_record and member, and made anew with the figures of its village. */
export interface ClassTraitTable {
  household_id: string;
  round_id: string;
  standard_id: string;
  village_id: string;
  area_path: string;
  ethnicity: string | null;
  causes: string[];
  causes_unmapped: string[];
  children: number | null;
  children_deprived: Json;
}

/** measures: the sums of village_figure by the commune in which the villages lay on the day of the round, made anew with them: the country has many more villages than communes. Whoever says that a village lay in another commune on that day must mark it. */
export interface CommuneFigureTable {
  commune_id: string;
  round_id: string;
  standard_id: string;
  measure: string;
  value: number;
}

/** measures: which classes a round listed in a commune (or in a village, while only some are finished), and which indicators it asked. Outside it a measure is unknown, not zero. */
export interface CoverageTable {
  area_id: string;
  round_id: string;
  classes: string[];
  indicators: string[];
  entered_at: Date;
}

/** households: that two households are not one, so that it is not asked again, or that this was taken back. Rows are only ever added; the latest counts. */
export interface DuplicateDecisionTable {
  household_id: string;
  other_household_id: string;
  decision_id: string;
  area_path: string;
  kind: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** households: two households that are probably one, as a search found them, the smaller id first; score in thousandths. area_path is what the paths of both begin with, so that only a post that holds both sees the pair. A work list made anew by each search; what was decided stands in duplicate_decision and household_event. */
export interface DuplicatePairTable {
  household_id: string;
  other_household_id: string;
  area_path: string;
  village_id: string;
  other_village_id: string;
  score: number;
  state: string;
  search_id: string;
}

/** households: a person who probably stands in two households that are not one, as a search found them, the smaller household id first; score in thousandths. area_path is what the paths of both begin with, so that only a post that holds both sees the pair. A work list made anew by each search; what was decided stands in duplicate_person_decision and household_event. */
export interface DuplicatePersonTable {
  household_id: string;
  person_id: string;
  other_household_id: string;
  other_person_id: string;
  area_path: string;
  village_id: string;
  other_village_id: string;
  score: number;
  state: string;
  act_id: string | null;
  search_id: string;
}

/** households: that two persons are not one, so that it is not asked again, or that this was taken back. Rows are only ever added; the latest counts. */
export interface DuplicatePersonDecisionTable {
  household_id: string;
  person_id: string;
  other_household_id: string;
  other_person_id: string;
  decision_id: string;
  area_path: string;
  kind: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** households: a search for households that are in the register twice. names holds how often names were borne, those of fewer than five left out, so that a pair is judged later as it was found. */
export interface DuplicateSearchTable {
  search_id: string;
  area_id: string;
  area_path: string;
  households: number;
  persons: number;
  found: number;
  skipped: number;
  names: Json;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
  found_persons: Generated<number>;
}

/** households: a photograph of the house as it looked on a day, kept without what a camera writes beside the picture. Rows are only ever added; the latest day counts, of one day the latest entered. */
export interface HousePhotoTable {
  household_id: string;
  photo_id: string;
  area_path: string;
  village_id: string;
  day: string;
  type: string;
  width: number;
  height: number;
  bytes: Uint8Array;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** households: where the house of a household stands, as it was found on a day. Rows are only ever added; the latest day counts, of one day the latest entered. */
export interface HousePlaceTable {
  household_id: string;
  place_id: string;
  area_path: string;
  village_id: string;
  day: string;
  latitude: number;
  longitude: number;
  accuracy: number | null;
  origin: string;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** households: a household of the register, in the village where it lives now. */
export interface HouseholdTable {
  household_id: string;
  area_path: string;
  village_id: string;
  number: string | null;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
  merged_into: string | null;
  import_id: string | null;
  undone_at: Date | null;
}

/** households: a household that stood on the last list and is not named by a new one, and what was found to have become of it. It is answered once, when the list is loaded or later; what was answered becomes an act or a class of its own. */
export interface HouseholdAbsenceTable {
  household_id: string;
  absence_id: string;
  area_path: string;
  village_id: string;
  round_id: string;
  import_id: string | null;
  source: string;
  head_name: string;
  last_class: string;
  last_round_id: string;
  revision: number;
  names_exits: boolean;
  asked_at: Date;
  answer: string | null;
  day: string | null;
  note: string | null;
  act_id: string | null;
  answered_import_id: string | null;
  answered_by: string | null;
  answered_name: string | null;
  answered_at: Date | null;
  undone_at: Date | null;
}

/** households: what happened to a household and its persons, from split to death. Rows are only ever added; an act is taken back by events of kind undone with the same act. */
export interface HouseholdEventTable {
  household_id: string;
  event_id: string;
  area_path: string;
  village_id: string;
  kind: string;
  day: string;
  other_household_id: string | null;
  other_village_id: string | null;
  person_id: string | null;
  act_id: string;
  details: Json;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
  import_id: string | null;
}

/** households: the ledger of a village as it was closed for a month: how many households and persons, and the fingerprint of all lines. A month is closed once; what is corrected later shows against it. */
export interface HouseholdLedgerClosingTable {
  village_id: string;
  month: string;
  area_path: string;
  closing_id: string;
  households: number;
  persons: number;
  fingerprint: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** households: a household in a closed ledger, as it stood. number is its place in the book of the village, given at its first closing and never to another household. */
export interface HouseholdLedgerLineTable {
  household_id: string;
  closing_id: string;
  area_path: string;
  village_id: string;
  number: number;
  content: Json;
}

/** households: the names of a household's members, past and present, as folded words, each once, where the household is found by them: in the village where it lives and in those where it lived. */
export interface HouseholdNameTable {
  household_id: string;
  area_path: string;
  name: string;
}

/** interchange: how the columns of a sheet with these heads are read, as somebody of the area said it once. The latest of the same heads counts; rows are only ever added. */
export interface ImportLayoutTable {
  layout_id: string;
  area_path: string;
  heads: string;
  list: string;
  columns: Json;
  classes: Json;
  saved_by: string | null;
  saved_name: string | null;
  saved_at: Date;
  head: Json | null;
}

/** interchange: a file that was loaded, and whether that was undone. What it wrote carries its id. */
export interface ImportRunTable {
  import_id: string;
  area_path: string;
  area_id: string;
  round_id: string;
  kind: string;
  file_name: string;
  file_hash: string;
  added: number;
  changed: number;
  same: number;
  figures: number;
  coverage_before: Json | null;
  coverage: Json | null;
  loaded_by: string | null;
  loaded_name: string | null;
  loaded_at: Date;
  undone_by: string | null;
  undone_name: string | null;
  undone_at: Date | null;
}

/** households: a person as a member of one household for a time. Who changes household ends one row and begins another with the same person_id; a correction does likewise. */
export interface MemberTable {
  household_id: string;
  member_id: string;
  area_path: string;
  person_id: string;
  position: number;
  name: string;
  head: boolean;
  relation: string | null;
  sex: string | null;
  birth: string | null;
  ethnicity: string | null;
  id_number: string | null;
  valid_from: string;
  valid_to: string | null;
  source: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
  import_id: string | null;
  ended_import_id: string | null;
  undone_at: Date | null;
}

/** households: a wish to correct what identifies a person, asked by one and decided by another. What is accepted becomes a new row of member; the request itself is decided once and never changed. */
export interface MemberCorrectionTable {
  household_id: string;
  correction_id: string;
  area_path: string;
  village_id: string;
  person_id: string;
  field: string;
  old_value: string | null;
  new_value: string | null;
  reason: string;
  paper: string | null;
  asked_by: string | null;
  asked_name: string | null;
  asked_at: Date;
  accepted: boolean | null;
  note: string | null;
  decided_by: string | null;
  decided_name: string | null;
  decided_at: Date | null;
}

/** households: the names that are borne anywhere, by their words; who bears them stands in household_name alone. Rows are only ever added: two who write the same new name at once both add it, so that nobody waits for the other. */
export interface NameWordTable {
  word: string;
  name: string;
}

/** db: each row whose area_path a change of the map rewrote, by its key, with the path before and after: what is taken back goes where it was. Written by platform/db/repath alone, and not granted to the application role. */
export interface PathMoveTable {
  act_id: string;
  table_name: string;
  row_key: Json;
  old_path: string;
  new_path: string;
}

/** identity: a role in one area of today's map, for a time. A person acts in one post at a time. */
export interface PostTable {
  post_id: string;
  user_id: string;
  role: string;
  area_id: string;
  area_path: string;
  valid_from: string;
  valid_to: string | null;
  given_by: string | null;
  given_at: Date;
}

/** identity: a post that went from an area which ended to the one that followed it, by a change of the map or by taking one back. Rows are only ever added. */
export interface PostMoveTable {
  post_id: string;
  act_id: string;
  from_id: string;
  to_id: string;
  at: Date;
}

/** analysis: one row for each village of a round whose class records a transaction changed. Rows are only ever added, so that their count tells what is kept in memory of the register to be behind. No personal data. */
export interface RegisterChangeTable {
  change_id: string;
  round_id: string;
  village_id: string;
}

/** reports: what a province of today's map chose for its tables, such as the ethnic groups that have a column. Rows are only ever added; the latest of a province and name counts. No personal data. */
export interface ReportSettingTable {
  setting_id: string;
  province: string;
  name: string;
  value: Json;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** rounds: one review of households in an area, which shows the situation on a day. */
export interface RoundTable {
  round_id: string;
  area_id: string;
  year: number;
  as_of: string;
  kind: string;
  opened_by: string | null;
  opened_at: Date;
}

/** rounds: the standards that a round classifies by; exactly one is official, always a national one. */
export interface RoundStandardTable {
  round_id: string;
  standard_id: string;
  official: boolean;
}

/** analysis: other rules that were tried over the register of an area, with what they gave on the day they were saved. A removed one stays, marked so. */
export interface ScenarioTable {
  scenario_id: string;
  area_id: string;
  area_path: string;
  period: string;
  name: string;
  changes: Json;
  cost: Json | null;
  moves: Json;
  saved_by: string | null;
  saved_name: string | null;
  saved_at: Date;
  removed_by: string | null;
  removed_at: Date | null;
}

/** db: facts about this database: whether it holds the demonstration, which area pack it was filled from. */
export interface SettingTable {
  name: string;
  value: Json;
}

/** areas: an area on a list of an authority (poor districts, especially difficult communes) for a time, with the decisions that put it there and took it off. What the lists are is told by packs/vn/areas/special-lists.yaml. */
export interface SpecialAreaTable {
  area_id: string;
  list: string;
  valid_from: string;
  valid_to: string | null;
  decision: string;
  exit_decision: string | null;
  seen_at: string;
}

/** areas: a list of areas by an authority (region III communes, a province’s own list), opened by an administrator for the area of_id. Its units come by acts. */
export interface SpecialListTable {
  list_id: string;
  kind: string;
  name: string;
  level: string;
  of_id: string;
  authority: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** areas: units put on a list from a day on (add), taken off after a day (end; all of the list where special_list_unit names none), or one of these taken back (undo), each by a document. list is the id of a special_list, or of a list of packs/vn/areas/special-lists.yaml. complete: with it all that the document names is on record. Rows are only ever added. */
export interface SpecialListActTable {
  act_id: string;
  list: string;
  kind: string;
  document: string;
  document_day: string | null;
  title: string | null;
  valid_from: string | null;
  valid_to: string | null;
  complete: boolean | null;
  undoes: string | null;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

/** areas: an area that an act on a special list is about. Rows are only ever added. */
export interface SpecialListUnitTable {
  act_id: string;
  area_id: string;
}

/** measures: figures published elsewhere, with their source and day. Never summed with households, never computed back. The latest entry counts. */
export interface StatisticTable {
  statistic_id: string;
  area_id: string;
  as_of: string;
  measure: string;
  value: number;
  source: Json;
  entered_by: string | null;
  entered_at: Date;
  import_id: string | null;
  undone_at: Date | null;
}

/** measures: the additive measures of a village in a round. Every figure above is a sum of these. */
export interface VillageFigureTable {
  village_id: string;
  round_id: string;
  standard_id: string;
  measure: string;
  value: number;
}

/** measures: villages whose figures must be computed anew. Only ever added to by those who write, and emptied by the one who recomputes. */
export interface VillageMarkTable {
  mark_id: string;
  village_id: string;
  round_id: string;
}

/** areas: a point that stands for a village on maps, in degrees of WGS 84, with who said so and from what. Rows are only ever added; the latest of a village counts. */
export interface VillagePlaceTable {
  place_id: string;
  village_id: string;
  lat: number;
  lon: number;
  source: string;
  mark: string;
  entered_by: string | null;
  entered_name: string | null;
  entered_at: Date;
}

export interface Tables {
  acting_post: ActingPostTable;
  area: AreaTable;
  area_act: AreaActTable;
  area_change: AreaChangeTable;
  area_lineage: AreaLineageTable;
  area_region: AreaRegionTable;
  area_size: AreaSizeTable;
  area_today: AreaTodayTable;
  area_version: AreaVersionTable;
  audit_entry: AuditEntryTable;
  auth_account: AuthAccountTable;
  auth_attempt: AuthAttemptTable;
  auth_session: AuthSessionTable;
  auth_user: AuthUserTable;
  auth_verification: AuthVerificationTable;
  class_change: ClassChangeTable;
  class_record: ClassRecordTable;
  class_trait: ClassTraitTable;
  commune_figure: CommuneFigureTable;
  coverage: CoverageTable;
  duplicate_decision: DuplicateDecisionTable;
  duplicate_pair: DuplicatePairTable;
  duplicate_person: DuplicatePersonTable;
  duplicate_person_decision: DuplicatePersonDecisionTable;
  duplicate_search: DuplicateSearchTable;
  house_photo: HousePhotoTable;
  house_place: HousePlaceTable;
  household: HouseholdTable;
  household_absence: HouseholdAbsenceTable;
  household_event: HouseholdEventTable;
  household_ledger_closing: HouseholdLedgerClosingTable;
  household_ledger_line: HouseholdLedgerLineTable;
  household_name: HouseholdNameTable;
  import_layout: ImportLayoutTable;
  import_run: ImportRunTable;
  member: MemberTable;
  member_correction: MemberCorrectionTable;
  name_word: NameWordTable;
  path_move: PathMoveTable;
  post: PostTable;
  post_move: PostMoveTable;
  register_change: RegisterChangeTable;
  report_setting: ReportSettingTable;
  round: RoundTable;
  round_standard: RoundStandardTable;
  scenario: ScenarioTable;
  setting: SettingTable;
  special_area: SpecialAreaTable;
  special_list: SpecialListTable;
  special_list_act: SpecialListActTable;
  special_list_unit: SpecialListUnitTable;
  statistic: StatisticTable;
  village_figure: VillageFigureTable;
  village_mark: VillageMarkTable;
  village_place: VillagePlaceTable;
}
