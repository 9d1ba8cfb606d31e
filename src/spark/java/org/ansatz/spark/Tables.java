package org.ansatz.spark;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ansatz.json.JsonWriter;
import org.ansatz.report.ClassReport;
import org.ansatz.report.ClassTables;
import org.ansatz.sheet.CandidateResult;
import org.ansatz.sheet.MarkedClass;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Tables of a marked class in a folder, wherever Hadoop writes: each file is there as a whole or not at all. */
final class Tables {

    /** Columns that are texts, whatever stands in them. */
    private static final Set<String> TEXTS = Set.of(
            "candidate",
            "question",
            "title",
            "objection",
            "suspicions",
            "choice",
            "letters",
            "mistake",
            "reply",
            "reason");

    private final SparkSession session;
    private final FileSystem files;
    private final Path folder;
    private final Options.Format format;

    Tables(SparkSession session, String folder, Options.Format format) throws IOException {
        this.session = session;
        this.folder = new Path(folder);
        this.format = format;
        files = FileSystem.get(this.folder.toUri(), session.sparkContext().hadoopConfiguration());
        // Its checksums would stand beside the tables.
        files.setWriteChecksum(false);
        files.mkdirs(this.folder);
    }

    /** What a candidate achieved as a row of the table of candidates. */
    static String row(CandidateResult result) throws IOException {
        StringWriter row = new StringWriter();
        ClassTables tables = new ClassTables(row);
        tables.candidate(result);
        tables.flush();
        return row.toString();
    }

    /** Writes the table of candidates from its {@linkplain #row rows}. */
    void candidates(Iterable<String> rows) throws IOException {
        table("candidates", writer -> {
            ClassTables tables = new ClassTables(writer);
            tables.candidates();
            tables.flush();
            for (String row : rows) {
                writer.write(row);
            }
        });
    }

    /** Writes all else. */
    void others(MarkedClass marked) throws IOException {
        table("questions", of(tables -> tables.questions(marked)));
        table("choices", of(tables -> tables.choices(marked)));
        table("mistakes", of(tables -> tables.mistakes(marked)));
        table("unread", of(tables -> tables.unread(marked)));
        text("summary.json", writer -> writer.write(JsonWriter.text(ClassReport.json(marked)) + "\n"));
    }

    private interface Content {
        void write(ClassTables tables) throws IOException;
    }

    private static Text of(Content content) {
        return writer -> {
            ClassTables tables = new ClassTables(writer);
            content.write(tables);
            tables.flush();
        };
    }

    private void table(String name, Text text) throws IOException {
        String file = name + ".csv";
        text(file, text);
        if (format == Options.Format.PARQUET) {
            Path csv = new Path(folder, file);
            Path parquet = new Path(folder, name + ".parquet");
            Path part = new Path(folder, "." + name + ".parquet.part");
            typed(csv).write().mode("overwrite").parquet(part.toString());
            replace(part, parquet);
            files.delete(csv, false);
        }
    }

    /** A table with numbers where there are nothing but numbers. */
    private Dataset<Row> typed(Path csv) {
        Dataset<Row> all = session.read()
                .option("header", "true")
                .option("multiLine", "true")
                .option("quote", "\"")
                .option("escape", "\"")
                .option("nullValue", "\u0000")
                .option("emptyValue", "")
                .csv(csv.toString());
        List<Column> columns = new ArrayList<>();
        for (String name : all.columns()) {
            Column column = all.col("`" + name + "`");
            columns.add((TEXTS.contains(name) ? column : column.try_cast("double")).as(name));
        }
        return all.select(columns.toArray(Column[]::new));
    }

    private interface Text {
        void write(Writer writer) throws IOException;
    }

    private void text(String name, Text text) throws IOException {
        Path part = new Path(folder, "." + name + ".part");
        try (Writer writer =
                new BufferedWriter(new OutputStreamWriter(files.create(part, true), StandardCharsets.UTF_8))) {
            text.write(writer);
        } catch (IOException | RuntimeException e) {
            files.delete(part, false);
            throw e;
        }
        replace(part, new Path(folder, name));
    }

    private void replace(Path from, Path to) throws IOException {
        files.delete(to, true);
        if (!files.rename(from, to)) {
            throw new IOException(from + " cannot be called " + to);
        }
    }
}
