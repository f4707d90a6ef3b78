import { parentPort, workerData } from 'node:worker_threads'
import type { DateOn } from '@shequtong/domain/time'
import { readRoll } from './read-roll.ts'

const { bytes, todayOn } = workerData as { bytes: Uint8Array; todayOn: DateOn }
parentPort?.postMessage(await readRoll(bytes, todayOn))
