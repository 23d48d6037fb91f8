namespace JobDraftsPS;

/// <summary>What a service's own description says otherwise than this module takes for granted.</summary>
public enum ContractDifferenceKind : long
{
    /// <summary>A path is not there.</summary>
    Path,

    /// <summary>The path is there, and the method is not.</summary>
    Method,

    /// <summary>A query parameter is not there, or one is needed that is not always sent.</summary>
    QueryParameter,

    /// <summary>A key of the body is not there, or there is one that this module does not know.</summary>
    BodyKey,

    /// <summary>A key holds values of another type.</summary>
    ValueType,

    /// <summary>A value is not among the allowed ones, or is allowed and not known here.</summary>
    EnumValue,

    /// <summary>A key must be sent that is not always sent.</summary>
    RequiredKey,

    /// <summary>A status is not there, or there is one that is not expected.</summary>
    Status,

    /// <summary>A member is not in the answer without which it cannot be read.</summary>
    AnswerMember,
}
