import { answerWith } from '../apart/child.ts'
import { decodePart } from './decode.ts'

answerWith(decodePart)
