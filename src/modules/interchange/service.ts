import { createHash } from 'node:crypto';
import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import { isWithin, showDate } from '#kernel/plain-date.ts';
import type { AreaName, AreaRef } from '#modules/areas/contract.ts';
import { children, getArea, getAreaWithin, requireInside } from '#modules/areas/service.ts';
import { between } from '#modules/areas/service.strands.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import type { AbsenceAnswer } from '#modules/households/contract.absences.ts';
import { answerKey, type Answer } from '#modules/households/service.intake.ts';
import { getCoverage } from '#modules/measures/service.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx, Run } from '#platform/ctx.ts';
import { openAside } from '#platform/documents/read-aside.ts';
import { failureOf, Jobs, type Job } from '#platform/queue/jobs.ts';
import type { Import, ImportCheck, ImportKind, ImportState } from './contract.import.ts';
import type { Arranging } from './contract.layouts.ts';
import type { FileDecision, OldLetters } from './contract.parts.ts';
import { problem } from './problems.ts';
import { inUnicode, oldLettersIn } from './rules.old-letters.ts';
import type { Layout } from './rules.layouts.ts';
import { checkAggregateFile, loadAggregateFile, readAggregateFile, type AggregateFile } from './service.aggregate.ts';
import { answerAbsences, checkCommuneFile, loadCommuneFile, readCommuneFile, viewAbsences, type CommuneFile, type Destination, type Reader } from './service.commune.ts';
import { communeTemplate } from './service.template.ts';
import { insertLayout, layoutsAt } from './store.layouts.ts';
import { communeForm } from './store.packs.ts';
import { findRun, insertRun, listRuns, mainPath, type ImportRun } from './store.runs.ts';

/** A file once it was read; what stands between its check and its loading. `hash` is the fingerprint of its bytes. */
type ReadFile = { hash: string; oldLetters: OldLetters | null } & ({ kind: 'commune'; content: CommuneFile } | { kind: 'aggregate'; content: AggregateFile });

interface Work extends Pick<Import, 'kind' | 'file' | 'area' | 'period' | 'check' | 'result' | 'loaded'> {
  state: ImportState;
  read: ReadFile | null;
  /** The file as it came, as long as it may have to be read again. */
  source: { bytes: Uint8Array; destination: Destination; decision: FileDecision | null } | null;
  /** The old encoding that its person agreed to have converted. */
  convert: OldLetters['encoding'] | null;
  step: Import['progress']['step'];
  /** Stops the work at its next step. */
  stop: AbortController;
}

const runsShown = 100;

const jobs = new Jobs<Work>();

/** The place that a file belongs to. Throws when the area is outside of the post or has no round for the period. */
export async function destinationOf(ctx: Ctx, ref: AreaRef, period: Period): Promise<Destination> {
  const round = await getRoundFor(ctx, ref, period);
  const area = await getArea(ctx, ref, round.asOf);
  await requireInside(ctx, area);
  const { region } = await getAreaWithin(ctx, area.id, round.asOf);
  return { area, region, round, demonstration: await isDemonstration(ctx) };
}

/** Throws `import.not-a-commune`, `import.not-then` or `import.decision-of-figures` where a file of this kind cannot go to a place. */
export async function requireFitting(ctx: Ctx, kind: ImportKind, { area, round }: Destination, decision: FileDecision | null): Promise<void> {
  if (kind === 'aggregate') {
    if (decision) throw problem('import.decision-of-figures', {});
    return;
  }
  if (area.level !== 'commune') throw problem('import.not-a-commune', { name: area.name });
  if (isWithin(round.asOf, area.from, area.to)) return;
  const units = await between(ctx, { ref: area.id, from: round.asOf, to: round.asOf < area.from ? area.from : area.to! });
  throw problem('import.not-then', { name: area.name, day: showDate(round.asOf), units: units.map(({ unit }) => unit.name).join(', ') });
}

export async function readImport(kind: ImportKind, bytes: Uint8Array, destination: Destination, reader: Reader): Promise<ReadFile> {
  const hash = createHash('sha256').update(bytes).digest('hex');
  const opened = await openAside(bytes);
  try {
    const file = reader.convert === null ? opened : inUnicode(opened, reader.convert);
    const read =
      kind === 'commune'
        ? { kind, content: await readCommuneFile(file, destination, reader) }
        : { kind, content: await readAggregateFile(file, destination) };
    return { ...read, hash, oldLetters: await oldLettersIn(file, read.content.reading.issues) };
  } finally {
    await opened.close();
  }
}

export async function checkImport(ctx: Ctx, { kind, content, oldLetters }: ReadFile): Promise<ImportCheck> {
  return { ...(await (kind === 'commune' ? checkCommuneFile(ctx, content) : checkAggregateFile(ctx, content))), oldLetters };
}

/** Loads a file that was read, whole in this transaction, under the name that its records will give as their source; by the id it can be undone. */
export async function loadImport(ctx: Ctx, read: ReadFile, source: string, id: Id = ctx.newId()): Promise<NonNullable<Import['result']>> {
  const { area, round } = read.content.destination;
  const roundId = round.id as Id;
  const before = await getCoverage(ctx, area.id, roundId);
  const result =
    read.kind === 'commune'
      ? { ...(await loadCommuneFile(ctx, read.content, source, id)), figures: 0 }
      : { added: 0, changed: 0, same: 0, figures: await loadAggregateFile(ctx, read.content, source, id) };
  await insertRun(ctx.db, {
    import_id: id,
    area_path: await mainPath(ctx.db, area.id),
    area_id: area.id,
    round_id: roundId,
    kind: read.kind,
    file_name: source,
    file_hash: read.hash,
    ...result,
    coverage_before: read.kind === 'commune' ? before : null,
    coverage: read.kind === 'commune' ? await getCoverage(ctx, area.id, roundId) : null,
    loaded_by: ctx.actor.userId,
    loaded_name: ctx.actor.name,
    loaded_at: ctx.now,
  });
  return result;
}

export async function start(ctx: Ctx, { area: ref, period, kind, file, decision = null }: { area: AreaRef; period: Period; kind: ImportKind; file: File; decision?: FileDecision | null | undefined }): Promise<Import> {
  const destination = await destinationOf(ctx, ref, period);
  await requireFitting(ctx, kind, destination, decision);
  const area = nameOf(destination.area);
  const work: Work = { kind, file: file.name, area, period, state: 'reading', check: null, result: null, loaded: null, read: null, source: null, convert: null, step: 'read', stop: new AbortController() };
  // One file a person is kept to be read again.
  for (const { state } of jobs.of(ctx.actor.userId)) state.source = null;
  const job = jobs.add(ctx.newId(), ctx.actor.userId, ctx.now, work);
  ctx.record({ action: 'import.started', subject: job.id, areaPath: ctx.actor.areaPath, details: { kind, area: area.id, period, ...(decision && { decision }) } });
  const layouts = await layoutsOf(ctx);
  ctx.afterCommit((run) =>
    goOn(job, async () => {
      const source = { bytes: new Uint8Array(await file.arrayBuffer()), destination, decision };
      job.state.source = source;
      await check(job, source, layouts, run);
    }),
  );
  return view(job);
}

/** What the holders of the post’s area said of layouts. */
const layoutsOf = async ({ db, actor: { areaPath } }: Ctx): Promise<Map<string, Layout>> => (areaPath === null ? new Map() : layoutsAt(db, areaPath));

/** Remembers how a sheet of a checked file is read, and checks the file anew. Throws `import.not-ready`, `import.file-gone` and `import.no-such-sheet`. */
export async function arrange(ctx: Ctx, { id, sheet, head, list, columns, classes }: Arranging): Promise<Import> {
  const job = findJob(ctx, id);
  const { state } = job;
  const source = sourceOf(state);
  if (ctx.actor.areaPath === null) throw problem('import.file-gone', { file: state.file });
  const layout = state.check!.layouts.find((one) => one.sheet === sheet);
  if (!layout) throw problem('import.no-such-sheet', { sheet, file: state.file });
  if (head && (head.first > head.last || !layout.top.some(({ row }) => row >= head.first && row <= head.last))) throw problem('import.no-such-head', { sheet, first: head.first, last: head.last, most: layout.top.at(-1)?.row ?? 0 });
  await insertLayout(ctx.db, {
    id: ctx.newId(),
    areaPath: ctx.actor.areaPath,
    heads: layout.heads,
    head: head && { first: head.first - layout.found, last: head.last - layout.found },
    list,
    columns,
    classes,
    savedBy: ctx.actor.userId,
    savedName: ctx.actor.name,
    savedAt: ctx.now,
  });
  ctx.record({ action: 'import.layout-saved', subject: id, areaPath: ctx.actor.areaPath, details: { sheet, list, columns: columns?.length ?? null, classes: classes.length } });
  return readAgain(ctx, job, source);
}

/** Has a file in an old encoding read in Unicode, as its person agreed. Throws `import.not-ready` and `import.file-gone`. */
export async function convert(ctx: Ctx, { id, encoding }: { id: Id; encoding: OldLetters['encoding'] }): Promise<Import> {
  const job = findJob(ctx, id);
  const source = sourceOf(job.state);
  job.state.convert = encoding;
  ctx.record({ action: 'import.conversion-agreed', subject: id, areaPath: ctx.actor.areaPath, details: { encoding } });
  return readAgain(ctx, job, source);
}

/** What is needed to give the file of a checked import back. Throws `import.not-found`, `import.not-ready` and `import.file-gone`. */
export async function checkedSource(ctx: Ctx, id: Id) {
  const { state } = findJob(ctx, id);
  return { kind: state.kind, file: state.file, ...sourceOf(state), read: state.read!, check: state.check!, convert: state.convert, layouts: await layoutsOf(ctx) };
}

function sourceOf({ state, file, source }: Work): NonNullable<Work['source']> {
  if (state !== 'checked' && state !== 'refused') throw problem('import.not-ready', { file });
  if (source === null) throw problem('import.file-gone', { file });
  return source;
}

async function readAgain(ctx: Ctx, job: Job<Work>, source: NonNullable<Work['source']>): Promise<Import> {
  const layouts = await layoutsOf(ctx);
  Object.assign(job.state, { state: 'reading', check: null, read: null, step: 'read' } satisfies Partial<Work>);
  job.progress = { done: 0, total: null };
  ctx.afterCommit((run) => goOn(job, () => check(job, source, layouts, run)));
  return view(job);
}

async function check(job: Job<Work>, { bytes, destination, decision }: NonNullable<Work['source']>, layouts: ReadonlyMap<string, Layout>, run: Run): Promise<void> {
  const { state } = job;
  state.read = await readImport(state.kind, bytes, destination, {
    progress: (step, done) => {
      state.step = step;
      job.progress = { done, total: null };
    },
    signal: state.stop.signal,
    layouts,
    decision,
    convert: state.convert,
  });
  state.check = await run((ctx) => checkImport(ctx, state.read!));
  state.stop.signal.throwIfAborted();
  state.state = state.check.counts.errors > 0 ? 'refused' : 'checked';
}

/** Keeps what the officer says of a question of the check, and checks once more. Throws `import.not-ready`, `import.no-such-question`. */
export async function answer(ctx: Ctx, { id, source, known, answer: said }: { id: Id; source: string; known: Id; answer: Answer | null }): Promise<Import> {
  const job = findJob(ctx, id);
  const { state } = job;
  if (state.state !== 'checked' || state.read?.kind !== 'commune') throw problem('import.not-ready', { file: state.file });
  if (!state.check?.matches.some((match) => match.source === source && match.known.id === known)) throw problem('import.no-such-question', { source });
  const { answers } = state.read.content;
  if (said === null) answers.delete(answerKey(source, known));
  else answers.set(answerKey(source, known), said);
  state.check = await checkImport(ctx, state.read);
  ctx.record({ action: 'import.answered', subject: job.id, areaPath: ctx.actor.areaPath, details: { source, known, answer: said } });
  return view(job);
}

/** Keeps what the officer says of households that the file does not name. Throws `import.not-ready`, `import.no-such-absence`, and what the answer itself may throw. */
export async function answerAbsent(ctx: Ctx, { id, households, answer: said }: { id: Id; households: readonly Id[]; answer: AbsenceAnswer | null }): Promise<Import> {
  const job = findJob(ctx, id);
  const { state } = job;
  if (state.state !== 'checked' || state.read?.kind !== 'commune' || !state.check) throw problem('import.not-ready', { file: state.file });
  await answerAbsences(ctx, state.read.content, households, said);
  state.check = { ...state.check, ...viewAbsences(state.read.content) };
  ctx.record({ action: 'import.absences-answered', subject: job.id, areaPath: ctx.actor.areaPath, details: { households: households.length, answer: said?.kind ?? null } });
  return view(job);
}

export async function load(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  const job = findJob(ctx, id);
  const { state } = job;
  if (state.state !== 'checked') throw problem('import.not-ready', { file: state.file });
  state.state = 'loading';
  ctx.record({ action: 'import.load-asked', subject: id, areaPath: ctx.actor.areaPath, details: { area: state.area.id, period: state.period } });
  ctx.afterCommit((run) =>
    goOn(job, async () => {
      state.result = await run(async (inner) => {
        const result = await loadImport(inner, state.read!, state.file, id);
        state.loaded = { by: inner.actor.name, at: inner.now.toISOString() };
        // The last moment: what is thrown here takes everything back.
        state.stop.signal.throwIfAborted();
        return result;
      });
      Object.assign(state, { read: null, source: null, state: 'done' } satisfies Partial<Work>);
    }),
  );
  return view(job);
}

/** Carries a job on; whatever goes wrong is told to its person. */
async function goOn(job: Job<Work>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (job.state.stop.signal.aborted) {
      Object.assign(job.state, { state: 'cancelled', read: null, source: null, check: null, loaded: null } satisfies Partial<Work>);
      return;
    }
    job.failure = failureOf(error);
    Object.assign(job.state, { state: 'failed', loaded: null } satisfies Partial<Work>);
    if (job.failure.code === 'INTERNAL_SERVER_ERROR') throw error;
  }
}

/**
 * Stops an import that is under way. What it was writing is taken back with its transaction. One that was done before the call came in stays done:
 * so it is wherever one transaction waits for the other, as on PGlite; it can be undone.
 */
export async function cancel(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  const job = findJob(ctx, id);
  const { state, file, stop } = job.state;
  if (state !== 'done' && state !== 'reading' && state !== 'loading') throw problem('import.not-running', { file });
  ctx.record({ action: 'import.cancel-asked', subject: id, areaPath: ctx.actor.areaPath, details: { state } });
  if (state === 'done') return get(ctx, { id });
  stop.abort();
  return view(job);
}

export async function get(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  const job = jobs.find(id, ctx.actor.userId);
  const run = job && job.state.state !== 'done' ? undefined : await findRun(ctx.db, id);
  if (run) return viewRun(run, await getArea(ctx, run.area, run.day), job);
  if (!job) throw problem('import.not-found', {});
  return view(job);
}

export async function list(ctx: Ctx): Promise<Import[]> {
  const own = jobs.of(ctx.actor.userId);
  const runs = await listRuns(ctx.db, runsShown);
  const loaded = new Set(runs.map(({ id }) => id));
  const places = new Map<string, AreaName>();
  for (const { area, day } of runs) if (!places.has(`${area} ${day}`)) places.set(`${area} ${day}`, await getArea(ctx, area, day));
  const shown = [...own.filter(({ id }) => !loaded.has(id)).map(view), ...runs.map((run) => viewRun(run, places.get(`${run.area} ${run.day}`)!))];
  return shown.sort((a, b) => b.startedAt.localeCompare(a.startedAt));
}

function findJob(ctx: Ctx, id: Id): Job<Work> {
  const job = jobs.find(id, ctx.actor.userId);
  if (!job) throw problem('import.not-found', {});
  return job;
}

function view({ id, state, progress, startedAt, failure }: Job<Work>): Import {
  const { read, stop, step, source, convert: agreed, ...shown } = state;
  return { id, ...shown, progress: { step, done: progress.done }, startedAt: startedAt.toISOString(), failure, undone: null };
}

/** A run as it stands in the database, with what its person’s job still knows of the check. */
function viewRun({ id, period, kind, file, result, loaded, undone }: ImportRun, area: AreaName, job?: Job<Work>): Import {
  const deed = (one: NonNullable<ImportRun['undone']>) => ({ by: one.by, at: one.at.toISOString() });
  return {
    id,
    kind,
    file,
    area: nameOf(area),
    period,
    state: undone ? 'undone' : 'done',
    progress: { step: 'compared', done: 0 },
    startedAt: job?.startedAt.toISOString() ?? loaded.at.toISOString(),
    failure: null,
    check: job?.state.check ?? null,
    result,
    loaded: deed(loaded),
    undone: undone && deed(undone),
  };
}

const nameOf = ({ id, code, level, name, kind }: AreaName): AreaName => ({ id, code, level, name, kind });

export async function template(ctx: Ctx, { area: ref, period }: { area: AreaRef; period: Period }): Promise<File> {
  const { area, round } = await destinationOf(ctx, ref, period);
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const { within } = await getAreaWithin(ctx, area.id, round.asOf);
  const villages = (await children(ctx, { ref: area.id, day: round.asOf })).map(({ name }) => name);
  const province = within.find(({ level }) => level === 'province')?.name ?? null;
  const bytes = await communeTemplate(communeForm(), { commune: area.name, code: area.code, province, villages, period, indicators: standard.indicators });
  return new File([bytes as Uint8Array<ArrayBuffer>], `mau-nhap-${area.code}-${period}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
