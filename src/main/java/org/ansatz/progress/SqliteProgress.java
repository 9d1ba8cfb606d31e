package org.ansatz.progress;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import org.ansatz.files.PrivateFiles;
import org.ansatz.files.SqliteLibrary;
import org.ansatz.schedule.Rating;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;

/**
 * Attempts in a SQLite database, {@code progress.db}. Each change is one transaction, on disk when its method returns; several
 * programs may use the database at once. An attempt that is taken back is marked, not deleted.
 *
 * <p>No class of the driver is loaded before {@link #open}, which takes about 0.2 s of CPU time in a fresh virtual machine:
 * call it beside something else.
 */
public final class SqliteProgress implements Progress {

    /** The database's name in its folder. */
    public static final String FILE = "progress.db";

    /** How long to wait for another program that is writing. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /** What the bank of the program is called, and was before there were others. */
    public static final String SHIPPED = "";

    private static final String COLUMNS =
            "sitting, at, problem, topic, seed, data, reply, outcome, slip, hints, rating, exam";
    private static final String INSERT =
            "INSERT INTO attempt (" + COLUMNS + ", bank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String LAST =
            "(SELECT id FROM attempt WHERE sitting = ? AND undone = 0 ORDER BY at DESC, id DESC LIMIT 1)";
    private static final String RATE = "UPDATE attempt SET rating = ? WHERE id = " + LAST;
    private static final String UNDO = "UPDATE attempt SET undone = 1 WHERE id = " + LAST;
    private static final String ELSEWHERE =
            "SELECT DISTINCT bank, problem FROM attempt WHERE undone = 0 AND bank <> ? AND bank <> ?";
    private static final String ALL = "SELECT " + COLUMNS + " FROM attempt WHERE bank = ?";
    private static final String KEPT = ALL + " AND undone = 0 ORDER BY at, id";

    private final Path file;
    private final Connection connection;
    private final String bank;
    private final PaperTable papers;

    private static final Duration RETRY = Duration.ofMillis(10);

    private SqliteProgress(Path file, Connection connection, String bank) {
        this.file = file;
        this.connection = connection;
        this.bank = bank;
        this.papers = new PaperTable(connection, bank);
    }

    /**
     * Opens the database of a folder; makes both if they are missing, readable by their owner only.
     *
     * @throws IOException if that cannot be done, with a message for the learner. Whatever is in the file is then as it was
     */
    public static SqliteProgress open(Path folder) throws IOException {
        return open(folder, SHIPPED);
    }

    /**
     * The same, for what was done in one bank: a database keeps that of each by itself, so that ids may be the same.
     *
     * @param bank tells it from others: {@link #SHIPPED}, or the path of its folder
     */
    public static SqliteProgress open(Path folder, String bank) throws IOException {
        return open(folder, bank, PATIENCE);
    }

    /** The same with another time to wait for programs that are writing. */
    static SqliteProgress open(Path folder, Duration patience) throws IOException {
        return open(folder, SHIPPED, patience);
    }

    private static SqliteProgress open(Path folder, String bank, Duration patience) throws IOException {
        Path file = folder.toAbsolutePath().resolve(FILE);
        try {
            PrivateFiles.folder(folder);
            PrivateFiles.file(file);
        } catch (FileSystemException e) {
            String reason = e.getReason() == null ? "" : ": " + e.getReason();
            throw new IOException(e.getFile() + " cannot be made" + reason, e);
        }
        SqliteLibrary.keepIn(folder.resolve("native").resolve("sqlite"));
        try {
            return new SqliteProgress(file, connectPatiently(file, patience), bank);
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        } catch (LinkageError e) {
            throw new IOException("SQLite cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** SQLite does not wait by itself while another program changes how the log is kept, as both do in a new database. */
    private static Connection connectPatiently(Path file, Duration patience) throws SQLException, IOException {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return connect(file, patience);
            } catch (SQLException e) {
                if (!Trouble.isOccupied(e) || System.nanoTime() >= end) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private static Connection connect(Path file, Duration patience) throws SQLException, IOException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout((int) patience.toMillis());
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        // As a URI, in which no character of a folder's name means anything else.
        Connection connection = JDBC.createConnection("jdbc:sqlite:" + file.toUri(), config.toProperties());
        try {
            Schema.check(connection, file.toString());
            Schema.logAhead(connection);
            Schema.update(connection);
            return connection;
        } catch (SQLException | IOException | RuntimeException e) {
            try {
                connection.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
            throw e;
        }
    }

    @Override
    public synchronized void add(Attempt attempt) throws IOException {
        try {
            insert(List.of(attempt));
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized void rate(long sitting, Rating rating) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(RATE)) {
            statement.setInt(1, rating.number());
            statement.setLong(2, sitting);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized boolean undo(long sitting) throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(UNDO)) {
            statement.setLong(1, sitting);
            return statement.executeUpdate() > 0;
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized int addMissing(List<Attempt> attempts) throws IOException {
        try {
            return Transaction.run(connection, () -> {
                Missing missing = new Missing();
                read(ALL).forEach(missing::have);
                List<Attempt> added = missing.of(attempts);
                insert(added);
                return added.size();
            });
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized List<Attempt> attempts() throws IOException {
        try {
            return read(KEPT);
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized void keep(Paper paper) throws IOException {
        try {
            papers.put(paper);
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized @Nullable Paper paper() throws IOException {
        try {
            return papers.last();
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized Map<String, Set<String>> elsewhere() throws IOException {
        try (PreparedStatement statement = connection.prepareStatement(ELSEWHERE)) {
            statement.setString(1, bank);
            statement.setString(2, SHIPPED);
            try (ResultSet rows = statement.executeQuery()) {
                Map<String, Set<String>> elsewhere = new TreeMap<>();
                while (rows.next()) {
                    elsewhere
                            .computeIfAbsent(rows.getString(1), key -> new TreeSet<>())
                            .add(rows.getString(2));
                }
                return elsewhere;
            }
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    @Override
    public synchronized int takeOver(String folder) throws IOException {
        try {
            return Transaction.run(connection, () -> {
                // Where this bank has a paper of its own, that stays.
                rename("UPDATE OR IGNORE paper SET bank = ? WHERE bank = ?", folder);
                rename("UPDATE OR IGNORE paper_question SET bank = ? WHERE bank = ?", folder);
                return rename("UPDATE attempt SET bank = ? WHERE bank = ?", folder);
            });
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    private int rename(String command, String folder) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, bank);
            statement.setString(2, folder);
            return statement.executeUpdate();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Trouble.of(file, e);
        }
    }

    /** For tests that make the disk small. */
    Connection connection() {
        return connection;
    }

    private void insert(List<Attempt> attempts) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Attempt attempt : attempts) {
                statement.setLong(1, attempt.sitting());
                statement.setLong(2, attempt.at().toEpochMilli());
                statement.setString(3, attempt.problem());
                statement.setString(4, attempt.topic());
                statement.setLong(5, attempt.seed());
                statement.setString(6, attempt.data());
                statement.setString(7, attempt.reply());
                statement.setString(8, attempt.outcome().name());
                statement.setString(9, attempt.slip());
                statement.setInt(10, attempt.hints());
                statement.setInt(11, attempt.rating().number());
                statement.setBoolean(12, attempt.exam());
                statement.setString(13, bank);
                statement.executeUpdate();
            }
        }
    }

    private List<Attempt> read(String query) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, bank);
            try (ResultSet rows = statement.executeQuery()) {
                List<Attempt> attempts = new ArrayList<>();
                while (rows.next()) {
                    attempts.add(attempt(rows));
                }
                return attempts;
            }
        }
    }

    private static Attempt attempt(ResultSet row) throws SQLException {
        return new Attempt(
                row.getLong(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getLong(5),
                row.getString(6),
                row.getString(7),
                outcome(row.getString(8)),
                row.getString(9),
                row.getInt(10),
                rating(row.getInt(11)),
                row.getBoolean(12));
    }

    private static Outcome outcome(String name) throws SQLException {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(name)) {
                return outcome;
            }
        }
        throw new SQLException("an attempt has the outcome \"" + name + "\", which this program does not know");
    }

    private static Rating rating(int number) throws SQLException {
        for (Rating rating : Rating.values()) {
            if (rating.number() == number) {
                return rating;
            }
        }
        throw new SQLException("an attempt has the rating " + number + ", which is none");
    }
}
