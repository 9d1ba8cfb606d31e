package org.ansatz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import org.ansatz.mark.Mark;
import org.ansatz.quantity.Rational;
import org.ansatz.sheet.Outcome;
import org.ansatz.sheet.Response;
import org.ansatz.sheet.Result;
import org.junit.jupiter.api.Test;

/** Tables of what a class achieved. */
final class ClassTablesTest {

    private static void respond(ClassTables tables, String written) throws IOException {
        Outcome outcome = new Outcome(Result.WRONG, Rational.of(-1, 3), "", written, false);
        tables.response(new Response(written, "q", written, 2), outcome, new Mark.Wrong(written, written));
    }

    /** A remark may begin with what a candidate has written, and a mistake with what an author has. */
    @Test
    void noCellIsAFormula() throws IOException {
        StringWriter text = new StringWriter();
        ClassTables tables = new ClassTables(text);
        for (String written : List.of("=1+1", "+a", "-a", "@a")) {
            respond(tables, written);
        }
        tables.flush();
        assertThat(text.toString().split("[,\n]")).noneMatch(cell -> "=+@".indexOf(cell.charAt(0)) >= 0);
        assertThat(text.toString()).contains("2,'=1+1,q,'=1+1,wrong,-0.33333333,'=1+1,");
    }

    @Test
    void aFullDiskIsSaidAsItIs() {
        Writer full = new Writer() {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException("No space left on device");
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        ClassTables tables = new ClassTables(full);
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10_000; i++) {
                        respond(tables, "A");
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }
}
