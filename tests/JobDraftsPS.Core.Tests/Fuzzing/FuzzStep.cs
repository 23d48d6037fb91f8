namespace JobDraftsPS.Core.Tests.Fuzzing;

/// <summary>One change of a text's bytes. Places are taken modulo the length, so that every step fits every text.</summary>
internal readonly record struct FuzzStep(FuzzDeed Deed, int At, int Length, int Token);
