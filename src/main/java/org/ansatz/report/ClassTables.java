package org.ansatz.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
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
    public void candidates() {
        List<String> heading = new ArrayList<>(List.of("candidate", "marks"));
        for (Result result : Result.values()) {
            heading.add(result.word());
        }
        heading.add("superseded");
        out.writeRecord(heading);
    }

    /** What a candidate achieved. */
    public void candidate(CandidateResult result) {
        List<String> row = new ArrayList<>(List.of(Cells.safe(result.name()), ClassReport.marks(result.marks())));
        for (Result which : Result.values()) {
            row.add(String.valueOf(result.count(which)));
        }
        row.add(String.valueOf(result.superseded()));
        out.writeRecord(row);
    }

    /** The heading over responses. */
    public void responses() {
        out.writeRecord("line", "candidate", "question", "response", "result", "marks", "mistake", "remark");
    }

    /** A response and what came of it. */
    public void response(Response response, Outcome outcome, Mark mark) {
        out.writeRecord(
                String.valueOf(response.line()),
                Cells.safe(response.candidate()),
                Cells.safe(response.question()),
                Cells.safe(response.reply()),
                outcome.result().word(),
                ClassReport.marks(outcome.marks()),
                outcome.slip(),
                mark.message());
    }

    // ---- the whole class

    /** A question in each row. */
    public void questions(MarkedClass marked) {
        List<String> heading = new ArrayList<>(List.of("question", "title", "marks", "responses"));
        for (Result result : Result.values()) {
            heading.add(result.word());
        }
        heading.addAll(List.of("facility", "discrimination", "correlation", "disputed", "objection", "suspicions"));
        out.writeRecord(heading);
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
                    Cells.safe(String.join("; ", item.suspicions()))));
            out.writeRecord(row);
        }
    }

    private static String figure(double x) {
        return Double.isFinite(x) ? org.ansatz.quantity.Notation.number(x, DIGITS) : "";
    }

    /** Which options were chosen how often. */
    public void choices(MarkedClass marked) {
        out.writeRecord("question", "choice", "right", "count", "upper group", "lower group", "mean of other marks");
        for (ItemAnalysis item : marked.items()) {
            for (ItemAnalysis.Choice choice : item.choices()) {
                out.writeRecord(
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
    public void mistakes(MarkedClass marked) {
        out.writeRecord("question", "mistake", "count");
        for (ItemAnalysis item : marked.items()) {
            item.slips().forEach((slip, count) -> out.writeRecord(item.id(), slip, String.valueOf(count)));
        }
    }

    /** Replies that could not be read, with an empty column for what is decided of them. */
    public void unread(MarkedClass marked) {
        out.writeRecord("question", "reply", "count", "reason", "decision");
        for (MarkedClass.Unread one : marked.unread()) {
            out.writeRecord(
                    one.question(), Cells.safe(one.reply()), String.valueOf(one.count()), Cells.safe(one.reason()), "");
        }
    }

    /** Writes out what is waiting. */
    public void flush() throws IOException {
        out.flush();
    }
}
