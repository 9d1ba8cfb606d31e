/** A module that uses a field's mathematics and verifies a problem. */
module org.example.lines {
    requires org.ansatz;
}
