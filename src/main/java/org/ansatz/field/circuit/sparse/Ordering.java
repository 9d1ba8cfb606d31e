package org.ansatz.field.circuit.sparse;

import java.util.Arrays;
import java.util.PriorityQueue;

/**
 * In which order a sparse matrix is eliminated: first rows are matched with columns so that the diagonal has no structural zero
 * (maximum transversal; I. S. Duff, ACM Trans. Math. Software 7, 1981, 315), then columns are taken by least degree in the graph of
 * the symmetric pattern (D. J. Rose, in Graph Theory and Computing, 1972), so that little fills up.
 */
final class Ordering {

    private final int size;
    private final int[] rowOf;
    private final int[] order;

    /**
     * Finds an order.
     *
     * @throws SingularMatrix if a column can be matched with no row
     */
    Ordering(Pattern pattern) {
        size = pattern.size();
        rowOf = transversal(pattern);
        order = leastDegree(neighbours(pattern));
    }

    /** The row that is matched with a column. */
    int rowOf(int column) {
        return rowOf[column];
    }

    /** The columns, in the order of elimination. */
    int[] columns() {
        return order.clone();
    }

    private int[] transversal(Pattern pattern) {
        int[] columnOf = new int[size];
        int[] found = new int[size];
        Arrays.fill(columnOf, -1);
        Arrays.fill(found, -1);
        int[] seen = new int[size];
        Arrays.fill(seen, -1);
        for (int column = 0; column < size; column++) {
            // A node's own equation first: its conductances stand on the diagonal.
            if (has(pattern, column, column) && columnOf[column] < 0) {
                columnOf[column] = column;
                found[column] = column;
            }
        }
        for (int column = 0; column < size; column++) {
            if (found[column] < 0 && !augment(pattern, column, columnOf, found, seen)) {
                throw new SingularMatrix(column);
            }
        }
        return found;
    }

    private static boolean has(Pattern pattern, int row, int column) {
        for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
            if (pattern.row(p) == row) {
                return true;
            }
        }
        return false;
    }

    /** Finds a row for a column, moving others along an alternating path; without recursion, since paths may be long. */
    private boolean augment(Pattern pattern, int column, int[] columnOf, int[] found, int[] seen) {
        int[] path = new int[size];
        int[] next = new int[size];
        int depth = 0;
        path[0] = column;
        next[0] = pattern.start(column);
        seen[column] = column;
        while (depth >= 0) {
            int at = path[depth];
            if (next[depth] == pattern.start(at + 1)) {
                depth--;
                continue;
            }
            int row = pattern.row(next[depth]++);
            int owner = columnOf[row];
            if (owner < 0) {
                for (int k = depth; k >= 0; k--) {
                    int taken = pattern.row(next[k] - 1);
                    columnOf[taken] = path[k];
                    found[path[k]] = taken;
                }
                return true;
            }
            if (seen[owner] != column) {
                seen[owner] = column;
                depth++;
                path[depth] = owner;
                next[depth] = pattern.start(owner);
            }
        }
        return false;
    }

    /** The graph of the matrix whose diagonal is the transversal, made symmetric. */
    private int[][] neighbours(Pattern pattern) {
        int[] columnOf = new int[size];
        for (int column = 0; column < size; column++) {
            columnOf[rowOf[column]] = column;
        }
        int[] degrees = new int[size];
        for (int column = 0; column < size; column++) {
            for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
                degrees[column]++;
                degrees[columnOf[pattern.row(p)]]++;
            }
        }
        int[][] graph = new int[size][];
        for (int k = 0; k < size; k++) {
            graph[k] = new int[degrees[k]];
            degrees[k] = 0;
        }
        for (int column = 0; column < size; column++) {
            for (int p = pattern.start(column); p < pattern.start(column + 1); p++) {
                int other = columnOf[pattern.row(p)];
                if (other != column) {
                    graph[column][degrees[column]++] = other;
                    graph[other][degrees[other]++] = column;
                }
            }
        }
        for (int k = 0; k < size; k++) {
            graph[k] = distinct(graph[k], degrees[k]);
        }
        return graph;
    }

    private static int[] distinct(int[] values, int count) {
        Arrays.sort(values, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        return Arrays.copyOf(values, kept);
    }

    private record Candidate(int degree, int vertex) {}

    private int[] leastDegree(int[][] graph) {
        PriorityQueue<Candidate> queue = new PriorityQueue<>((a, b) ->
                a.degree != b.degree ? Integer.compare(a.degree, b.degree) : Integer.compare(a.vertex, b.vertex));
        for (int k = 0; k < size; k++) {
            queue.add(new Candidate(graph[k].length, k));
        }
        int[] found = new int[size];
        boolean[] done = new boolean[size];
        int count = 0;
        while (count < size) {
            Candidate least = queue.remove();
            int vertex = least.vertex;
            if (done[vertex] || least.degree != graph[vertex].length) {
                continue;
            }
            done[vertex] = true;
            found[count++] = vertex;
            int[] clique = graph[vertex];
            for (int neighbour : clique) {
                graph[neighbour] = joined(graph[neighbour], clique, vertex, neighbour);
                queue.add(new Candidate(graph[neighbour].length, neighbour));
            }
            graph[vertex] = new int[0];
        }
        return found;
    }

    /** Two rising lists as one, without the vertex that is eliminated and without the neighbour itself. */
    private static int[] joined(int[] a, int[] b, int vertex, int self) {
        int[] union = new int[a.length + b.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int next;
            if (j == b.length || i < a.length && a[i] <= b[j]) {
                next = a[i];
                j += j < b.length && b[j] == next ? 1 : 0;
                i++;
            } else {
                next = b[j++];
            }
            if (next != vertex && next != self) {
                union[count++] = next;
            }
        }
        return Arrays.copyOf(union, count);
    }
}
