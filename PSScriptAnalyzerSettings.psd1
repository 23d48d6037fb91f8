@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # The samples and the tests speak to the person at the console, and the pipeline is not for that.
        'PSAvoidUsingWriteHost'
        # It does not see a variable from one block of Pester to the next, nor one that is named to -SummaryVariable.
        'PSUseDeclaredVarsMoreThanAssignments'
    )
}
