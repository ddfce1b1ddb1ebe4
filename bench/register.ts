/** A made register of the whole country, as large as asked for: households in villages, their members, words of their names, and their class records. */
import { sql } from 'kysely';
import { deprivationsOf, causesOf, form, groupsOf } from '#demo/forms-2022.ts';
import { household, linesOf } from '#demo/facts.ts';
import { muongCamThuy } from '#demo/names.ts';
import { makeFamily, type Register } from '#demo/people.ts';
import { seeded, type Random } from '#demo/random.ts';
import { fold, sortKey } from '#kernel/vietnamese.ts';
import { classifyList, type Classified } from '#modules/households/service.intake.ts';
import type { HouseholdClass } from '#modules/standards/contract.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { RoundRow } from '#modules/rounds/service.ts';
import { insertRows } from '#platform/db/bulk.ts';
import type { Db } from '#platform/db/database.ts';
import { asOf, codes, standardId } from './nation.ts';

/** Filled forms that the households take their facts and results from. */
const forms = 6_000;
const stated: readonly (readonly [HouseholdClass, number])[] = [['poor', 46], ['near_poor', 43], ['not_poor', 11]];
/** Of so many a form leaves two answers open, and of so many the list states another class than is worked out. */
const [openShare, differShare] = [0.03, 0.01];

const weighted = (text: string): [string, number][] => text.split(' ').map((entry) => entry.split(':')).map(([word, weight]) => [word!, Number(weight ?? 1)]);
/** Words of names by their place in it, the common ones more often; the last family names are so rare as to find few. */
const families = weighted(
  'Nguyễn:300 Trần:105 Lê:95 Phạm:70 Hoàng:50 Vũ:39 Phan:45 Bùi:30 Võ:25 Đặng:21 Đỗ:19 Hồ:16 Ngô:13 Dương:12 Lý:12 Đinh:10 Trương:10 Đoàn:8 Lò:12 Giàng:8 Vàng:6 Sùng:5 Thào:4 Quàng:4 Lường:4 Hà:12 Cao:10 Mai:8 Lương:8 Quách:5 Siu:3 Nay:3 Ksor:3 Rơ:2 Thạch:5 Danh:3 Kiên:2 Chu:3 La:2 Hạng:2 Mùa:2 Vừ:2 Ly:2 Cứ:1 Tráng:1 Sần:1 Phùng:4 Tô:3 Tạ:3 Triệu:4 Nông:4 Hứa:3 Bế:1 Ma:2 Lộc:1 Vi:4 Lữ:2 Kha:1 Ngân:1 Lang:1 Bá:1 Hờ:1 Xồng:1 Lầu:1',
);
const middles = { male: weighted('Văn:55 Đình:9 Xuân:8 Hữu:7 Quang:6 Đức:8 Công:4 Bá:2 Minh:6 Anh:2 Tiến:3 Duy:3 Gia:2 Mạnh:3 A:6 Ngọc:4'), female: weighted('Thị:80 Thu:5 Phương:4 Khánh:2 Bảo:2 Kim:3 Thùy:2 Minh:2 Ngọc:4 Thanh:3') };
const givens = {
  male: weighted('Hùng:6 Dũng:6 Cường:5 Tâm:3 Lực:2 Thắng:5 Thành:5 Toàn:3 Sơn:5 Hải:5 Long:4 Mạnh:3 Tiến:3 Quyết:2 Định:2 Kiên:2 Chiến:2 Hồng:2 Lợi:2 Luận:1 Tạo:1 Sáng:1 Vinh:2 Khánh:2 Phúc:3 Hòa:3 Đông:2 Nam:5 Bắc:1 Khang:1 Thuận:2 Điền:1 Cảnh:1 Bảy:1 Năm:1 Tư:1 Anh:6 Huy:5 Đạt:4 Khôi:2 Phong:3 Quân:4 Hoàng:4 Khoa:2 Thịnh:2 Trường:3 Vũ:3 Hưng:3 An:4 Bảo:3 Kiệt:2 Lâm:2 Tùng:3 Đăng:2 Thiện:1 Nhân:2 Trọng:2 Chư:1 Páo:1 Sử:1 Dơ:1 Pó:1 Lử:1'),
  female: weighted('Hoa:5 Hồng:4 Hương:6 Mai:4 Tâm:2 Thơm:2 Nhung:3 Xuân:3 Hạnh:4 Loan:3 Nga:4 Oanh:2 Phượng:3 Sáu:1 Mùi:1 Lý:2 Đào:2 Mận:1 Nhàn:2 Thoa:2 Vân:4 Yến:3 Lụa:1 Sen:1 Cúc:1 Hiền:4 Hậu:2 Linh:6 Trang:6 Anh:6 My:3 Nhi:4 Hà:5 Thảo:5 Hằng:4 Ngân:4 Quỳnh:3 Chi:3 Ly:2 Vy:3 Thư:2 Uyên:2 Diệp:1 Trâm:2 Giang:2 Dung:3 Như:3 Duyên:2 Mỷ:1 Dợ:1 Chở:1 Pàng:1 Xúa:1'),
};
const slots = 1_000;

/** One row for each place of a draw: a word that weighs more has more of them. */
function wordRows(kind: string, sex: string | null, entries: readonly (readonly [string, number])[]): object[] {
  const sum = entries.reduce((all, [, weight]) => all + weight, 0);
  let before = 0;
  return entries.flatMap(([word, weight]) => {
    const [from, to] = [Math.round((slots * before) / sum), Math.round((slots * (before += weight)) / sum)];
    return Array.from({ length: to - from }, (_, place) => ({ kind, sex, slot: from + place, word, folded: fold(word), key: sortKey(word) }));
  });
}

/** Forms as lists carry them, with what the program makes of them. */
function makeForms(random: Random): Classified[] {
  const { standard } = getStandard(standardId);
  const lines = linesOf(standard, 'rural', asOf);
  const year = Number(asOf.slice(0, 4));
  const round = { asOf, standards: [{ id: standardId, official: true }] } as RoundRow;
  const list = Array.from({ length: forms }, (_, place) => {
    const register: Register = { random, year, idShare: 0, taken: new Set(), serial: { next: 0 } };
    const members = makeFamily(register, muongCamThuy, random.weighted([[1, 12], [2, 16], [3, 20], [4, 26], [5, 15], [6, 8], [7, 3]]));
    const as = random.weighted(stated);
    const facts = form(random, String(place), as, lines, members, year, deprivationsOf(random, as, lines, members, year));
    const open = random.chance(openShare) ? random.shuffle(codes).slice(0, 2) : [];
    const indicators = { ...facts.indicators, ...Object.fromEntries(open.map((code) => [code, 'unknown' as const])) };
    const groups = groupsOf(random, members, year);
    const said = random.chance(differShare) ? 'near_poor' : as;
    return household(String(place), members, said, { ...facts, indicators, ...(open.length > 0 && { copiedB2: null }) }, { groups, causes: causesOf(random, groups) });
  });
  return classifyList(list, round, { urban: false, region: null }, false);
}

/** A whole number from 0 to below `below`, always the same for a household and a purpose. */
const drawn = (of: string, purpose: number, below: number) => sql.raw(`(abs(hashint8extended(${of}, ${purpose})) % ${below})`);
/** Ids that grow with the households, as those of the program grow with time. */
const idOf = (number: string, kind: string) => sql.raw(`(lpad(to_hex(1760000000000 + ${number}), 12, '0') || '7' || substr(md5('${kind}' || ${number}), 1, 3) || '8' || substr(md5('${kind}' || ${number}), 4, 15))::uuid`);

/**
 * Fills a nation that has villages and rounds with so many households, village by village as lists come in. Indexes are made afterwards. Tells
 * of each step how long it took.
 */
export async function fillRegister(db: Db, households: number, tell: (step: string) => void = () => {}): Promise<{ households: number; persons: number }> {
  const random = seeded('register');
  await sql`set session_replication_role = replica`.execute(db);
  await sql`create table bench_word (kind text, sex text, slot int, word text, folded text, key text)`.execute(db);
  await insertRows(db, 'bench_word' as 'setting', [
    ...wordRows('family', null, families),
    ...(['male', 'female'] as const).flatMap((sex) => [...wordRows('middle', sex, middles[sex]), ...wordRows('given', sex, givens[sex])]),
  ]);
  await sql`
    create table bench_form (form int primary key, size int, class text, computed_class text, stated_class text, b1 int, b2 int, deprived int, unknown int, deprived_count int,
      minority boolean, no_labour boolean, merit boolean, causes text[], facts jsonb, packed_facts text, standard_hash text, result jsonb)`.execute(db);
  await insertRows(
    db,
    'bench_form' as 'setting',
    makeForms(random).map(({ intake, packedFacts, results: [found] }, place) => ({
      form: place,
      size: intake.members.length,
      class: found!.result.class === 'insufficient' ? 'insufficient' : intake.stated === 'not_poor' ? found!.result.class : intake.stated,
      computed_class: found!.result.class,
      stated_class: intake.stated,
      b1: found!.result.b1,
      b2: found!.result.b2,
      deprived: found!.deprived,
      unknown: found!.unknown,
      deprived_count: found!.count,
      minority: intake.groups.minority,
      no_labour: intake.groups.noLabour,
      merit: intake.groups.merit,
      causes: intake.causes,
      facts: intake.facts,
      packed_facts: packedFacts,
      standard_hash: found!.standardHash,
      result: found!.result,
    })),
  );
  const { rows: indexes } = await sql<{ name: string; definition: string }>`
    select i.indexname as name, i.indexdef as definition from pg_indexes i
    where i.tablename in ('household', 'member', 'household_name', 'name_word', 'class_record') and not exists (select from pg_constraint c where c.conname = i.indexname)`.execute(db);
  for (const { name } of indexes) await sql`drop index ${sql.ref(name)}`.execute(db);
  await sql`analyze bench_word, bench_form`.execute(db);
  tell('forms made');

  await sql`
    create unlogged table bench_place as
    select v.village_id, v.path, r.round_id, row_number() over (order by v.path) - 1 as place, count(*) over () as villages
    from bench_village v join round r on r.area_id = v.province_id and r.as_of = ${asOf}`.execute(db);
  await sql`analyze bench_place`.execute(db);
  await sql`
    create unlogged table bench_household as
    with household as materialized (
      select h.number, h.number * (select villages from bench_place limit 1) / ${households}::int8 as place, ${drawn('h.number', 1, forms)}::int as form
      from generate_series(0, ${households}::int8 - 1) as h (number))
    select h.number, ${idOf('h.number', 'household')} as household_id, p.village_id, p.path, p.round_id, h.form from household h join bench_place p on p.place = h.place order by h.number`.execute(db);
  await sql`analyze bench_household`.execute(db);
  // Who is at the head, wives and mothers have names of their own; the others bear that of the household.
  await sql`
    create unlogged table bench_person as
    with person as materialized (
      select h.number, p.position, h.number * 16 + p.position as person, ${drawn('(h.number * 16 + case when p.position = 1 then 1 else 0 end)', 3, slots)}::int as family,
        ${drawn('(h.number * 16 + p.position)', 4, slots)}::int as middle, ${drawn('(h.number * 16 + p.position)', 5, slots)}::int as given,
        case when p.position = 0 and ${drawn('h.number', 2, 10)} < 6 or p.position > 1 and ${drawn('(h.number * 16 + p.position)', 2, 2)} = 0 then 'male' else 'female' end as sex
      from bench_household h join bench_form o on o.form = h.form cross join lateral generate_series(0, o.size - 1) as p (position))
    select p.number, p.position, p.person, p.sex, f.word as family, f.folded as family_word, f.key as family_key,
      m.word as middle, m.folded as middle_word, m.key as middle_key, g.word as given, g.folded as given_word, g.key as given_key
    from person p join bench_word f on f.kind = 'family' and f.slot = p.family
      join bench_word m on m.kind = 'middle' and m.sex = p.sex and m.slot = p.middle join bench_word g on g.kind = 'given' and g.sex = p.sex and g.slot = p.given
    order by p.person`.execute(db);
  await sql`analyze bench_person`.execute(db);
  tell('people made');
  await sql`
    insert into household (household_id, area_path, village_id, number, source, entered_at)
    select household_id, path, village_id, 'H' || number, 'bench', now() from bench_household order by number`.execute(db);
  await sql`
    insert into member (household_id, member_id, area_path, person_id, position, name, head, relation, sex, birth, ethnicity, valid_from, source, entered_at)
    select h.household_id, ${idOf('p.person', 'member')}, h.path, ${idOf('p.person', 'person')}, p.position, concat_ws(' ', p.family, p.middle, p.given), p.position = 0,
      case p.position when 0 then 'Chủ hộ' when 1 then 'Vợ' else 'Con' end, p.sex, (1940 + ${drawn('p.person', 6, 80)})::text, 'Kinh', ${asOf}, 'bench', now()
    from bench_household h join bench_person p on p.number = h.number order by p.person`.execute(db);
  tell('members written');
  await sql`
    insert into household_name (household_id, area_path, name)
    select h.household_id, h.path, n.name from bench_household h join (
      select distinct number, concat_ws(' ', family_word, nullif(middle_word, family_word), case when given_word not in (family_word, middle_word) then given_word end) as name from bench_person) as n on n.number = h.number
    order by h.number, n.name`.execute(db);
  await sql`insert into name_word (word, name) select w.word, n.name from (select distinct name from household_name) as n cross join unnest(string_to_array(n.name, ' ')) as w (word)`.execute(db);
  tell('names written');
  await sql`
    insert into class_record (household_id, round_id, standard_id, revision, area_path, village_id, head_name, head_sort_key, size, class, computed_class, stated_class, decision_number,
      decision_day, income, b1, b2, deprived, unknown, deprived_count, minority, no_labour, merit, causes, facts, packed_facts, standard_hash, result, area_kind, intake_hash, source, entered_name, entered_at)
    select h.household_id, h.round_id, ${standardId}, 1, h.path, h.village_id, concat_ws(' ', p.family, p.middle, p.given), concat_ws(' ', p.given_key, p.middle_key, p.family_key), o.size,
      o.class, o.computed_class, o.stated_class, '01/QĐ-UBND', ${asOf}, null, o.b1, o.b2, o.deprived, o.unknown, o.deprived_count, o.minority, o.no_labour, o.merit, o.causes, o.facts,
      o.packed_facts, o.standard_hash, o.result, 'rural', md5(h.number::text) || md5(h.number::text), 'bench', 'Bench', now()
    from bench_household h join bench_form o on o.form = h.form join bench_person p on p.number = h.number and p.position = 0 order by h.number`.execute(db);
  tell('records written');
  await sumUp(db);
  const { rows } = await sql<{ households: number; persons: number }>`select (select count(*) from bench_household) as households, (select count(*) from bench_person) as persons`.execute(db);
  await sql`drop table bench_place, bench_household, bench_person`.execute(db);
  for (const { name, definition } of indexes) {
    await sql.raw(definition).execute(db);
    tell(`index ${name}`);
  }
  await sql`set session_replication_role = origin`.execute(db);
  await sql`vacuum (analyze, freeze)`.execute(db);
  tell('vacuumed');
  return rows[0]!;
}

/** The figures that follow from the records: households and persons by class, and the deprived of the poor and the near-poor. */
async function sumUp(db: Db): Promise<void> {
  await sql`
    insert into village_figure (village_id, round_id, standard_id, measure, value)
    with one as materialized (select village_id, round_id, standard_id, class, size, deprived, unknown from class_record)
    select village_id, round_id, standard_id, 'households.' || class, count(*) from one group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'persons.' || class, sum(size) from one group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'deprived.' || class || '.' || code, count(*) from one, unnest(${[...codes]}::text[]) with ordinality as i (code, place)
    where class in ('poor', 'near_poor') and (deprived >> (place - 1)::int) & 1 = 1 group by 1, 2, 3, 4
    union all
    select village_id, round_id, standard_id, 'unknown.' || class || '.' || code, count(*) from one, unnest(${[...codes]}::text[]) with ordinality as i (code, place)
    where class in ('poor', 'near_poor') and (unknown >> (place - 1)::int) & 1 = 1 group by 1, 2, 3, 4`.execute(db);
  await sql`
    insert into commune_figure (commune_id, round_id, standard_id, measure, value)
    select v.commune_id, f.round_id, f.standard_id, f.measure, sum(f.value)::int8 from bench_village v join village_figure f on f.village_id = v.village_id group by 1, 2, 3, 4`.execute(db);
}
