package org.ansatz.progress;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Several statements that count all together or not at all. */
final class Transaction {

    /** What is done in it. */
    interface Work<T> {
        T run() throws SQLException;
    }

    private Transaction() {}

    /** Begins as a writer, so that nobody else writes between what is read and what is written. */
    static <T> T run(Connection connection, Work<T> work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                T result = work.run();
                statement.execute("COMMIT");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        }
    }

    private static void rollBack(Statement statement, Exception reason) {
        try {
            statement.execute("ROLLBACK");
        } catch (SQLException e) {
            reason.addSuppressed(e); // a full disk has rolled back already
        }
    }
}
