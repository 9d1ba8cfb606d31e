package org.ansatz.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ansatz.mark.Mark;
import org.ansatz.sheet.CandidateResult;
import org.ansatz.sheet.ItemAnalysis;
import org.ansatz.sheet.MarkedClass;
import org.ansatz.sheet.Outcome;
import org.ansatz.sheet.Response;
import org.ansatz.sheet.Result;
import org.ansatz.table.Cells;

/** What came of marking a class as tables (RFC 4180) that a spreadsheet may open: no cell is taken for a formula. */
public final class ClassTables {

    private static final int DIGITS = 6;

    private final CsvWriter out;

    /** Tables written to {@code out}. */
    public ClassTables(Writer out) {
        this.out = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
    }

    // ---- candidates and responses, as they come

    /** The heading over candidates. */
    public void candidates() throws IOException {
        List<String> heading = new ArrayList<>(List.of("candidate", "marks"));
        for (Result result : Result.values()) {
            heading.add(result.word());
        }
        heading.add("superseded");
        write(heading);
    }

    /** What a candidate achieved. */
    public void candidate(CandidateResult result) throws IOException {
        List<String> row = new ArrayList<>(List.of(result.name(), ClassReport.marks(result.marks())));
        for (Result which : Result.values()) {
            row.add(String.valueOf(result.count(which)));
        }
        row.add(String.valueOf(result.superseded()));
        write(row);
    }

    /** The heading over responses. */
    public void responses() throws IOException {
        write("line", "candidate", "question", "response", "result", "marks", "mistake", "remark");
    }

    /** A response and what came of it. */
    public void response(Response response, Outcome outcome, Mark mark) throws IOException {
        write(
                String.valueOf(response.line()),
                response.candidate(),
                response.question(),
                response.reply(),
                outcome.result().word(),
                ClassReport.marks(outcome.marks()),
                outcome.slip(),
                mark.message());
    }

    // ---- the whole class

    /** A question in each row. */
    public void questions(MarkedClass marked) throws IOException {
        List<String> heading = new ArrayList<>(List.of("question", "title", "marks", "responses"));
        for (Result result : Result.values()) {
            heading.add(result.word());
        }
        heading.addAll(List.of("facility", "discrimination", "correlation", "disputed", "objection", "suspicions"));
        write(heading);
        for (ItemAnalysis item : marked.items()) {
            List<String> row = new ArrayList<>(List.of(
                    item.id(), item.title(), ClassReport.marks(item.marks()), String.valueOf(item.responses())));
            for (Result result : Result.values()) {
                row.add(String.valueOf(item.count(result)));
            }
            row.addAll(List.of(
                    figure(item.facility()),
                    figure(item.discrimination()),
                    figure(item.correlation()),
                    String.valueOf(item.disputed()),
                    item.objection(),
                    String.join("; ", item.suspicions())));
            write(row);
        }
    }

    private static String figure(double x) {
        return Double.isFinite(x) ? org.ansatz.quantity.Notation.number(x, DIGITS) : "";
    }

    /** Which options were chosen how often. */
    public void choices(MarkedClass marked) throws IOException {
        write("question", "choice", "right", "count", "upper group", "lower group", "mean of other marks");
        for (ItemAnalysis item : marked.items()) {
            for (ItemAnalysis.Choice choice : item.choices()) {
                write(
                        item.id(),
                        choice.letters(),
                        String.valueOf(choice.isRight()),
                        String.valueOf(choice.count()),
                        String.valueOf(choice.upper()),
                        String.valueOf(choice.lower()),
                        figure(choice.meanOfOthers()));
            }
        }
    }

    /** Which mistakes were made how often. */
    public void mistakes(MarkedClass marked) throws IOException {
        write("question", "mistake", "count");
        for (ItemAnalysis item : marked.items()) {
            for (Map.Entry<String, Long> slip : item.slips().entrySet()) {
                write(item.id(), slip.getKey(), String.valueOf(slip.getValue()));
            }
        }
    }

    /** Replies that could not be read, with an empty column for what is decided of them. */
    public void unread(MarkedClass marked) throws IOException {
        write("question", "reply", "count", "reason", "decision");
        for (MarkedClass.Unread one : marked.unread()) {
            write(one.question(), one.reply(), String.valueOf(one.count()), one.reason(), "");
        }
    }

    private void write(String... cells) throws IOException {
        write(List.of(cells));
    }

    /** Writes a row; a stranger may have written any of its cells. */
    private void write(List<String> cells) throws IOException {
        try {
            out.writeRecord(cells.stream().map(Cells::safe).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause(); // the library wraps what the stream throws
        }
    }

    /** Writes out what is waiting. */
    public void flush() throws IOException {
        out.flush();
    }
}
