// Makes PDFs for printing.ts: shaping letters and packing fonts takes longer than sockets may wait.
import { parentPort } from 'node:worker_threads'
import Pdf from 'pdfkit'
import { must } from '../platform/must.ts'
import { draw } from './paper/draw.ts'
import type { PrintJob, PrintNews } from './printing.ts'

const port = must(parentPort)
const tell = (news: PrintNews) => port.postMessage(news)

port.on('message', ({ id, transcript }: PrintJob) => {
  const pdf = new Pdf({
    size: 'A4',
    margin: 0,
    lang: transcript.locale,
    info: { Title: transcript.title },
    displayTitle: true,
  })
  pdf.on('data', (bytes: Buffer) => tell({ id, state: 'part', bytes }))
  pdf.on('end', () => tell({ id, state: 'done' }))
  try {
    draw(pdf, transcript)
    pdf.end()
  } catch (error) {
    tell({ id, state: 'broken', why: String(error) })
  }
})
