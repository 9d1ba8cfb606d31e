package org.ansatz.progress;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last paper of each bank in the database. */
final class PaperTable {

    private static final String INSERT = "INSERT INTO paper"
            + " (bank, id, length, used, seen, at, handed_in, process, started) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_QUESTION = "INSERT INTO paper_question"
            + " (bank, number, sitting, problem, stamp, seed, marked, visited, spent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String FIND =
            "SELECT id, length, used, seen, at, handed_in, process, started FROM paper WHERE bank = ?";
    private static final String QUESTIONS = "SELECT sitting, problem, stamp, seed, marked, visited, spent"
            + " FROM paper_question WHERE bank = ? ORDER BY number";

    private final Connection connection;
    private final String bank;

    PaperTable(Connection connection, String bank) {
        this.connection = connection;
        this.bank = bank;
    }

    /** Puts a paper in the place of the one before, wholly or not at all. */
    void put(Paper paper) throws SQLException {
        Transaction.run(connection, () -> {
            delete("DELETE FROM paper WHERE bank = ?");
            delete("DELETE FROM paper_question WHERE bank = ?");
            insert(paper);
            insert(paper.questions());
            return true;
        });
    }

    private void delete(String command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            statement.setString(1, bank);
            statement.executeUpdate();
        }
    }

    private void insert(Paper paper) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, bank);
            statement.setLong(2, paper.id());
            statement.setLong(3, paper.length().toMillis());
            statement.setLong(4, paper.watch().used().toMillis());
            statement.setLong(5, paper.watch().seen().toEpochMilli());
            statement.setInt(6, paper.at());
            statement.setBoolean(7, paper.isHandedIn());
            statement.setLong(8, paper.writer().process());
            statement.setLong(9, paper.writer().started());
            statement.executeUpdate();
        }
    }

    private void insert(List<Paper.Question> questions) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT_QUESTION)) {
            int number = 0;
            for (Paper.Question question : questions) {
                statement.setString(1, bank);
                statement.setInt(2, ++number);
                statement.setLong(3, question.sitting());
                statement.setString(4, question.problem());
                statement.setString(5, question.stamp());
                statement.setLong(6, question.seed());
                statement.setBoolean(7, question.isMarked());
                statement.setBoolean(8, question.isVisited());
                statement.setLong(9, question.spent().toMillis());
                statement.executeUpdate();
            }
        }
    }

    /** The last paper, or null. */
    @Nullable
    Paper last() throws SQLException {
        List<Paper.Question> questions = questions();
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, bank);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? paper(row, questions) : null;
            }
        }
    }

    private static Paper paper(ResultSet row, List<Paper.Question> questions) throws SQLException {
        return new Paper(
                row.getLong(1),
                Duration.ofMillis(row.getLong(2)),
                new Stopwatch(Duration.ofMillis(row.getLong(3)), Instant.ofEpochMilli(row.getLong(4))),
                row.getInt(5),
                row.getBoolean(6),
                new Writer(row.getLong(7), row.getLong(8)),
                questions);
    }

    private List<Paper.Question> questions() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUESTIONS)) {
            statement.setString(1, bank);
            try (ResultSet row = statement.executeQuery()) {
                List<Paper.Question> questions = new ArrayList<>();
                while (row.next()) {
                    questions.add(new Paper.Question(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            row.getBoolean(5),
                            row.getBoolean(6),
                            Duration.ofMillis(row.getLong(7))));
                }
                return questions;
            }
        }
    }
}
