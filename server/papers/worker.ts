import { answerWith } from '../apart/child.ts'
import { performParts } from './jobs.ts'

answerWith(performParts)
