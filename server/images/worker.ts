import { answerWith } from '../apart/child.ts'
import { imagePart } from './decode.ts'

answerWith(imagePart)
