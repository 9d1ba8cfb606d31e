package org.ansatz.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ansatz.bank.Bank;
import org.ansatz.bank.Fault;
import org.ansatz.json.JsonWriter;
import org.ansatz.report.ClassPage;
import org.ansatz.report.ClassReport;
import org.ansatz.report.Style;
import org.ansatz.sheet.Assembly;
import org.ansatz.sheet.Examiner;
import org.ansatz.sheet.MarkedClass;
import org.ansatz.sheet.Shard;
import org.ansatz.sheet.Sheet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.SerializableConfiguration;
import picocli.CommandLine.ParameterException;
import scala.Tuple2;

/**
 * Marks the responses of a class on a cluster, for {@code spark-submit}. Tasks mark pieces of the files; what they find is put together
 * by candidate, in parts, and then summed, by the very classes that mark on one machine: the tables are the same.
 */
public final class MarkJob {

    private static final int OK = 0;
    private static final int NOT_ALL = 1;
    private static final int UNREADABLE = 2;
    private static final int WIDTH = 100;

    private final SparkSession session;
    private final JavaSparkContext context;
    private final Options options;
    private final PrintStream out;
    private final PrintStream err;

    private MarkJob(SparkSession session, Options options, PrintStream out, PrintStream err) {
        this.session = session;
        this.context = new JavaSparkContext(session.sparkContext());
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** Runs the job; the exit code is that of {@code ansatz mark}. */
    public static void main(String[] arguments) {
        SparkSession session = SparkSession.builder().appName("ansatz mark").getOrCreate();
        int code;
        try {
            code = run(
                    session,
                    arguments,
                    new PrintStream(System.out, true, StandardCharsets.UTF_8),
                    new PrintStream(System.err, true, StandardCharsets.UTF_8));
        } finally {
            session.stop();
        }
        if (code != OK) {
            System.exit(code); // a cluster takes a job that calls it with 0 for one that was broken off
        }
    }

    /**
     * Runs the job in a session.
     *
     * @return the exit code of {@code ansatz mark}
     */
    static int run(SparkSession session, String[] arguments, PrintStream out, PrintStream err) {
        try {
            Options options = Options.of(arguments);
            if (options.isHelp()) {
                out.print(options.usage());
                return OK;
            }
            return new MarkJob(session, options, out, err).mark();
        } catch (ParameterException e) {
            err.println("ansatz: " + e.getMessage());
        } catch (Brief.Unreadable e) {
            e.faults().forEach(fault -> err.println("ansatz: " + fault));
        } catch (IOException e) {
            err.println("ansatz: " + Style.safe(String.valueOf(e.getMessage())));
        }
        return UNREADABLE;
    }

    private int mark() throws IOException {
        Brief brief = options.brief();
        Bank bank = brief.followed().bank();
        for (Fault fault : bank.faults()) {
            err.println("ansatz: " + Style.safe(fault.toString()));
        }
        if (bank.problems().isEmpty()) {
            throw new IOException("the bank has no problems that responses could be held against");
        }
        Examiner examiner = brief.examiner();
        JavaRDD<Found> shards;
        List<Boolean> beginFiles = new ArrayList<>();
        if (options.responses().toLowerCase(Locale.ROOT).endsWith(".parquet")) {
            shards = ofParquet(brief, beginFiles);
        } else {
            shards = ofText(brief, examiner, beginFiles);
        }
        for (String fault :
                shards.map(Found::fault).filter(fault -> !fault.isEmpty()).collect()) {
            throw new IOException(fault);
        }
        List<byte[]> states = shards.map(Found::state).collect();
        Assembly assembly = Assembly.of(examiner, states, beginFiles);
        MarkedClass marked = put(shards, assembly, brief);
        if (options.hasJson()) {
            out.println(JsonWriter.text(ClassReport.json(marked)));
        } else {
            ClassReport.lines(marked, new Style(false, WIDTH)).forEach(out::println);
        }
        options.writePages(ClassPage.of(marked));
        boolean all = bank.faults().isEmpty()
                && marked.tally().refused() + marked.tally().unknown() == 0;
        return !all ? UNREADABLE : marked.isSettled() ? OK : NOT_ALL;
    }

    // ---- responses in

    private List<FileStatus> files() throws IOException {
        Path pattern = new Path(options.responses());
        Configuration configuration = context.hadoopConfiguration();
        FileSystem system = FileSystem.get(pattern.toUri(), configuration);
        FileStatus[] found = system.globStatus(pattern);
        if (found == null || found.length == 0) {
            throw new FileNotFoundException(options.responses() + ": there is no such file");
        }
        List<FileStatus> files = new ArrayList<>();
        for (FileStatus status : found) {
            files.addAll(status.isDirectory() ? Arrays.asList(system.listStatus(status.getPath())) : List.of(status));
        }
        files.removeIf(file -> file.isDirectory()
                || file.getPath().getName().startsWith("_")
                || file.getPath().getName().startsWith("."));
        if (files.isEmpty()) {
            throw new FileNotFoundException(options.responses() + ": there is no file in it");
        }
        files.sort(Comparator.comparing(file -> file.getPath().toString()));
        return files;
    }

    /** What tasks make of pieces of text; where a row goes on from one to the next, a task takes the whole file. */
    private JavaRDD<Found> ofText(Brief brief, Examiner examiner, List<Boolean> beginFiles) throws IOException {
        List<FileStatus> files = files();
        List<String> whole = new ArrayList<>();
        for (FileStatus file : files) {
            String path = file.getPath().toString();
            if (!canBeDivided(examiner, path)) {
                whole.add(path);
            }
        }
        while (true) {
            List<Piece> pieces = Piece.of(files, options.piece(), whole);
            JavaRDD<Found> shards = ofPieces(brief, pieces);
            List<Found.Kind> kinds = shards.map(Found::kind).collect();
            List<String> cut = new ArrayList<>();
            for (int i = 0; i < pieces.size(); i++) {
                Piece piece = pieces.get(i);
                if (kinds.get(i) == Found.Kind.CUT && !whole.contains(piece.file()) && !cut.contains(piece.file())) {
                    cut.add(piece.file());
                }
            }
            if (cut.isEmpty()) {
                pieces.forEach(piece -> beginFiles.add(piece.beginsFile()));
                return shards;
            }
            cut.forEach(file -> err.println("ansatz: " + Style.safe(file)
                    + ": a row goes on over several lines where it was divided; one task reads all of it"));
            whole.addAll(cut);
            shards.unpersist();
        }
    }

    private boolean canBeDivided(Examiner examiner, String file) throws IOException {
        try {
            return Shard.canBeDivided(examiner, Piece.opened(file, context.hadoopConfiguration()), options.form(file));
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }

    private JavaRDD<Found> ofPieces(Brief brief, List<Piece> pieces) {
        Broadcast<Brief> told = context.broadcast(brief);
        Broadcast<SerializableConfiguration> configuration =
                context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        List<Tuple2<Piece, Sheet.Form>> tasks = new ArrayList<>();
        pieces.forEach(piece -> tasks.add(new Tuple2<>(piece, options.form(piece.file()))));
        return context.parallelize(tasks, tasks.size())
                .map(task -> Found.by(
                        task._1().file(),
                        () -> task._1()
                                .marked(
                                        told.value().examiner(),
                                        task._2(),
                                        configuration.value().value())))
                .persist(StorageLevel.DISK_ONLY());
    }

    /** What tasks make of rows of Parquet files. */
    private JavaRDD<Found> ofParquet(Brief brief, List<Boolean> beginFiles) throws IOException {
        Broadcast<Brief> told = context.broadcast(brief);
        JavaRDD<Found> all = context.emptyRDD();
        for (FileStatus file : files()) {
            String path = file.getPath().toString();
            Dataset<Row> rows = session.read().parquet(path);
            List<String> names = Arrays.asList(rows.columns());
            JavaRDD<Found> shards = rows.javaRDD()
                    .mapPartitions(part -> List.of(Found.by(
                                    path, () -> Shard.ofRows(told.value().examiner(), names, texts(part))))
                            .iterator());
            for (int i = 0; i < shards.getNumPartitions(); i++) {
                beginFiles.add(i == 0);
            }
            all = all.union(shards);
        }
        return all.persist(StorageLevel.DISK_ONLY());
    }

    private static Iterator<List<String>> texts(Iterator<Row> rows) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return rows.hasNext();
            }

            @Override
            public List<String> next() {
                Row row = rows.next();
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < row.length(); i++) {
                    fields.add(row.isNullAt(i) ? "" : String.valueOf(row.get(i)));
                }
                return fields;
            }
        };
    }

    // ---- results out

    private MarkedClass put(JavaRDD<Found> shards, Assembly assembly, Brief brief) throws IOException {
        Broadcast<Brief> told = context.broadcast(brief);
        Broadcast<byte[]> assembled = context.broadcast(assembly.told());
        JavaRDD<byte[]> parts = shards.zipWithIndex()
                .flatMapToPair(MarkJob::byPart)
                .groupByKey(Math.min(Shard.PARTS, Math.max(2, context.defaultParallelism() * 2)))
                .map(part -> {
                    Map<Integer, byte[]> pieces = new TreeMap<>();
                    part._2().forEach(piece -> pieces.put(piece._1(), piece._2()));
                    return restored(told, assembled).part(pieces);
                })
                .persist(StorageLevel.DISK_ONLY());
        byte[] sums =
                Assembly.together(parts.map(part -> restored(told, assembled).sums(part, Assembly.Ordered.NOBODY))
                        .collect());
        Broadcast<byte[]> allSums = context.broadcast(sums);
        List<byte[]> tallies = parts.map(part -> restored(told, assembled).tallies(part, allSums.value()))
                .collect();
        MarkedClass marked = assembly.marked(sums, tallies);
        String folder = options.out();
        if (folder != null) {
            Tables tables = new Tables(session, folder, options.format());
            JavaPairRDD<Long, String> candidates = parts.flatMapToPair(part -> {
                        List<Tuple2<Long, String>> rows = new ArrayList<>();
                        restored(told, assembled)
                                .sums(part, (row, result) -> rows.add(new Tuple2<>(row, Tables.row(result))));
                        return rows.iterator();
                    })
                    .sortByKey(true);
            tables.candidates(() -> candidates.values().toLocalIterator());
            tables.others(marked);
        }
        return marked;
    }

    private static Iterator<Tuple2<Integer, Tuple2<Integer, byte[]>>> byPart(Tuple2<Found, Long> shard) {
        List<Tuple2<Integer, Tuple2<Integer, byte[]>>> pieces = new ArrayList<>();
        byte[][] parts = shard._1().parts();
        for (int i = 0; i < parts.length; i++) {
            if (parts[i].length > 0) {
                pieces.add(new Tuple2<>(i, new Tuple2<>(shard._2().intValue(), parts[i])));
            }
        }
        return pieces.iterator();
    }

    private static Assembly restored(Broadcast<Brief> brief, Broadcast<byte[]> told) throws IOException {
        return Assembly.restored(brief.value().examiner(), told.value());
    }
}
