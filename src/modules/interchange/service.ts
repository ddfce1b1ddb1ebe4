import type { Id } from '#kernel/ids.ts';
import type { Period } from '#kernel/period.ts';
import type { AreaRef } from '#modules/areas/contract.ts';
import { children, getArea, getAreaWithin, requireInside } from '#modules/areas/service.ts';
import { isDemonstration } from '#modules/identity/service.ts';
import { answerKey, type Answer } from '#modules/households/service.intake.ts';
import { getRoundFor } from '#modules/rounds/service.ts';
import { getStandard } from '#modules/standards/service.ts';
import type { Ctx, Run } from '#platform/ctx.ts';
import { failureOf, Jobs, type Job } from '#platform/queue/jobs.ts';
import type { Import, ImportCheck, ImportKind, ImportState } from './contract.ts';
import { problem } from './problems.ts';
import { checkAggregateFile, loadAggregateFile, readAggregateFile, type AggregateFile } from './service.aggregate.ts';
import { checkCommuneFile, loadCommuneFile, readCommuneFile, type CommuneFile, type Destination, type Progress } from './service.commune.ts';
import { communeTemplate } from './service.template.ts';
import { communeForm } from './store.packs.ts';

/** A file once it was read; what stands between its check and its loading. */
type ReadFile = { kind: 'commune'; content: CommuneFile } | { kind: 'aggregate'; content: AggregateFile };

interface Work extends Pick<Import, 'kind' | 'file' | 'area' | 'period' | 'check' | 'result'> {
  state: ImportState;
  read: ReadFile | null;
}

const jobs = new Jobs<Work>();

/** The place that a file belongs to. Throws when the area is outside of the post or has no round for the period. */
export async function destinationOf(ctx: Ctx, ref: AreaRef, period: Period): Promise<Destination> {
  const round = await getRoundFor(ctx, ref, period);
  const area = await getArea(ctx, ref, round.asOf);
  await requireInside(ctx, area);
  const { region } = await getAreaWithin(ctx, area.id, round.asOf);
  return { area, region, round, demonstration: await isDemonstration(ctx) };
}

export async function readImport(kind: ImportKind, bytes: Uint8Array, destination: Destination, progress: Progress): Promise<ReadFile> {
  return kind === 'commune'
    ? { kind, content: await readCommuneFile(bytes, destination, progress) }
    : { kind, content: await readAggregateFile(bytes, destination) };
}

export const checkImport = (ctx: Ctx, { kind, content }: ReadFile): Promise<ImportCheck> =>
  kind === 'commune' ? checkCommuneFile(ctx, content) : checkAggregateFile(ctx, content);

/** Loads a file that was read, whole in this transaction, under the name that its records will give as their source. */
export async function loadImport(ctx: Ctx, { kind, content }: ReadFile, source: string): Promise<NonNullable<Import['result']>> {
  if (kind === 'commune') return { ...(await loadCommuneFile(ctx, content, source)), figures: 0 };
  return { added: 0, changed: 0, same: 0, figures: await loadAggregateFile(ctx, content, source) };
}

export async function start(ctx: Ctx, { area: ref, period, kind, file }: { area: AreaRef; period: Period; kind: ImportKind; file: File }): Promise<Import> {
  const destination = await destinationOf(ctx, ref, period);
  if (kind === 'commune' && destination.area.level !== 'commune') throw problem('import.not-a-commune', { name: destination.area.name });
  const { id, code, level, name, kind: areaKind } = destination.area;
  const area = { id, code, level, name, kind: areaKind };
  const job = jobs.add(ctx.newId(), ctx.actor.userId, ctx.now, { kind, file: file.name, area, period, state: 'reading', check: null, result: null, read: null });
  ctx.record({ action: 'import.started', subject: job.id, areaPath: ctx.actor.areaPath, details: { kind, area: id, period } });
  ctx.afterCommit((run) => goOn(job, async () => check(job, new Uint8Array(await file.arrayBuffer()), destination, run)));
  return view(job);
}

async function check(job: Job<Work>, bytes: Uint8Array, destination: Destination, run: Run): Promise<void> {
  const { state } = job;
  state.read = await readImport(state.kind, bytes, destination, (done, total) => (job.progress = { done, total }));
  state.check = await run((ctx) => checkImport(ctx, state.read!));
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

export async function load(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  const job = findJob(ctx, id);
  const { state } = job;
  if (state.state !== 'checked') throw problem('import.not-ready', { file: state.file });
  state.state = 'loading';
  ctx.record({ action: 'import.load-asked', subject: id, areaPath: ctx.actor.areaPath, details: { area: state.area.id, period: state.period } });
  ctx.afterCommit((run) =>
    goOn(job, async () => {
      state.result = await run((inner) => loadImport(inner, state.read!, state.file));
      state.read = null;
      state.state = 'done';
    }),
  );
  return view(job);
}

/** Carries a job on; whatever goes wrong is told to its person. */
async function goOn(job: Job<Work>, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    job.failure = failureOf(error);
    job.state.state = 'failed';
    if (job.failure.code === 'INTERNAL_SERVER_ERROR') throw error;
  }
}

export async function get(ctx: Ctx, { id }: { id: Id }): Promise<Import> {
  return view(findJob(ctx, id));
}

export async function list(ctx: Ctx): Promise<Import[]> {
  return jobs.of(ctx.actor.userId).map(view);
}

function findJob(ctx: Ctx, id: Id): Job<Work> {
  const job = jobs.find(id, ctx.actor.userId);
  if (!job) throw problem('import.not-found', {});
  return job;
}

function view({ id, state, progress, startedAt, failure }: Job<Work>): Import {
  const { read, ...shown } = state;
  return { id, ...shown, progress, startedAt: startedAt.toISOString(), failure };
}

export async function template(ctx: Ctx, { area: ref, period }: { area: AreaRef; period: Period }): Promise<File> {
  const { area, round } = await destinationOf(ctx, ref, period);
  const { standard } = getStandard(round.standards.find(({ official }) => official)!.id);
  const { within } = await getAreaWithin(ctx, area.id, round.asOf);
  const villages = (await children(ctx, { ref: area.id, day: round.asOf })).map(({ name }) => name);
  const province = within.find(({ level }) => level === 'province')?.name ?? null;
  const bytes = await communeTemplate(communeForm(), { commune: area.name, code: area.code, province, villages, period, indicators: standard.indicators });
  return new File([bytes as Uint8Array<ArrayBuffer>], `mau-nhap-${area.code}-${period}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' });
}
